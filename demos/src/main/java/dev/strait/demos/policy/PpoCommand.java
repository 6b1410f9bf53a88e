package dev.strait.demos.policy;

import ai.djl.Device;
import dev.strait.agents.imitation.FrozenReward;
import dev.strait.agents.imitation.LearnedReward;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.ppo.PpoTraining;
import dev.strait.agents.ppo.RewardSource;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.configuration.Given;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.training.RunPlan;
import dev.strait.demos.training.RunStart;
import dev.strait.demos.training.TrainingOptions;
import dev.strait.demos.world.WorldInput;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strait ppo}: an expert from the world's own rewards. */
@Command(
        name = "ppo",
        description = "Train a policy on the world's own rewards, or on learned ones.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait ppo --env Pendulum-v1",
            "  strait ppo --env CMazeMirrored-v0 --reward runs/vairl-CMaze-v0-001",
            "  strait ppo --env Hopper-v4",
            "  strait ppo --env Hopper-v5 --model my-hopper.xml",
            "  strait ppo --resume runs/ppo-Pendulum-v1-001"
        })
public final class PpoCommand implements Callable<Integer> {

    private static final String FIRST_WORLD = "CartPole-v1";
    private static final String PENDULUM = "Pendulum-v1";

    /** Gymnasium gives Pendulum no threshold; this is what the comparisons measure. */
    private static final double PENDULUM_TARGET = -200;

    @Option(names = "--env", paramLabel = "ID", description = "The world; CartPole-v1 if left out.")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--reward",
            paramLabel = "FILE",
            description =
                    "Train on a learned reward in place of the world's own: reward.json, or the"
                            + " folder of a run that left one. Returns are told by the world's.")
    private Optional<Path> reward = Optional.empty();

    @Mixin private WorldInput worlds;

    @Mixin private TrainingOptions options;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        options.refuseOtherCommand(PpoRun.COMMAND);
        String id =
                worlds.id(environment.or(() -> options.peek("environment")).orElse(FIRST_WORLD));
        List<Given> given = new ArrayList<>(worlds.given(environment, id));
        given.add(
                new Given(
                        "--reward",
                        "reward",
                        reward.map(file -> file.toAbsolutePath().normalize().toString())));
        PpoRun asked = options.configure(PpoRun.preset(id), given);
        TensorEngine.threads(asked.threads());
        try (PolicyCourse course = course(asked, TensorEngine.device(asked.device()))) {
            return new RunStart(options, spec).run(course, asked, asked.steps());
        }
    }

    /**
     * A training at its start.
     *
     * @return to be closed by the caller
     */
    public static PolicyCourse course(PpoRun asked, Device device) {
        EnvironmentSpec world =
                WorldInput.world(asked.environment(), asked.model(), asked.margin());
        PolicyTraining training = training(asked, world, device);
        return new PolicyCourse(plan(asked, device), measures(asked, world), training);
    }

    private static PolicyTraining training(PpoRun asked, EnvironmentSpec spec, Device device) {
        World world = spec.factory().get();
        Seeds seeds = new Seeds(asked.seed());
        RewardSource rewards = rewards(asked, world, device);
        Policy policy =
                Policy.of(
                        world.observationSpace(),
                        world.actionSpace(),
                        asked.policy(),
                        TensorEngine.newManager(device),
                        seeds.stream("policy weights"));
        return new PpoTraining(
                spec, policy, rewards, asked.ppo(), asked.steps(), asked.threads(), seeds);
    }

    private static RewardSource rewards(PpoRun asked, World world, Device device) {
        if (asked.reward().isEmpty()) {
            return new RewardSource.OfTheWorld();
        }
        Path file = Path.of(asked.reward().get());
        LearnedReward reward;
        try {
            reward = LearnedReward.load(file, device);
        } catch (IOException e) {
            throw Disk.failure("read", file, e);
        }
        try {
            reward.requireFit(world.observationSpace().size(), world.actionSpace());
        } catch (IllegalArgumentException unfit) {
            reward.close();
            throw new IllegalArgumentException(file + ": " + unfit.getMessage(), unfit);
        }
        return new FrozenReward(reward);
    }

    private static RunPlan plan(PpoRun asked, Device device) {
        return new RunPlan(
                PpoRun.COMMAND,
                PpoRun.COMMAND,
                asked.environment(),
                asked.seed(),
                device,
                MetricNames.ENVIRONMENT_STEPS,
                "steps",
                asked.steps());
    }

    private static PolicyPlan measures(PpoRun asked, EnvironmentSpec world) {
        return new PolicyPlan(
                world,
                asked.evaluateEvery(),
                false,
                Optional.empty(),
                PolicyPlan.randomReturn(world),
                target(world),
                Optional.empty(),
                0);
    }

    private static double target(EnvironmentSpec world) {
        return world.id().equals(PENDULUM)
                ? PENDULUM_TARGET
                : world.rewardThreshold().orElse(Double.NaN);
    }
}
