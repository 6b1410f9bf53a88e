package dev.strait.demos;

import ai.djl.Device;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.ppo.PpoTraining;
import dev.strait.agents.ppo.RewardSource;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.run.MetricNames;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;
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
        description = "Train an expert on the world's own rewards.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait ppo --env Pendulum-v1",
            "  strait ppo --env Hopper-v4",
            "  strait ppo --env Hopper-v5 --model my-hopper.xml",
            "  strait ppo --resume runs/ppo-Pendulum-v1-001"
        })
final class PpoCommand implements Callable<Integer> {

    private static final String FIRST_WORLD = "CartPole-v1";
    private static final String PENDULUM = "Pendulum-v1";

    /** Gymnasium gives Pendulum no threshold; this is what the comparisons measure. */
    private static final double PENDULUM_TARGET = -200;

    @Option(names = "--env", paramLabel = "ID", description = "The world; CartPole-v1 if left out.")
    private Optional<String> environment = Optional.empty();

    @Mixin private WorldInput worlds;

    @Mixin private TrainingOptions options;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        options.refuseOtherCommand(PpoRun.COMMAND);
        String id =
                worlds.id(environment.or(() -> options.peek("environment")).orElse(FIRST_WORLD));
        PpoRun asked = options.configure(PpoRun.preset(id), worlds.given(environment, id));
        EnvironmentSpec world =
                WorldInput.world(asked.environment(), asked.model(), asked.margin());
        TensorEngine.threads(asked.threads());
        Device device = TensorEngine.device(asked.device());
        try (PolicyTraining training = training(asked, world, device)) {
            PolicyCourse course =
                    new PolicyCourse(plan(asked, device), measures(asked, world), training);
            return new RunStart(options, spec).run(course, asked, asked.steps());
        }
    }

    private static PolicyTraining training(PpoRun asked, EnvironmentSpec spec, Device device) {
        World world = spec.factory().get();
        Seeds seeds = new Seeds(asked.seed());
        Policy policy =
                Policy.of(
                        world.observationSpace(),
                        world.actionSpace(),
                        asked.policy(),
                        TensorEngine.newManager(device),
                        seeds.stream("policy weights"));
        return new PpoTraining(
                spec,
                policy,
                new RewardSource.OfTheWorld(),
                asked.ppo(),
                asked.steps(),
                asked.threads(),
                seeds);
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
                RunStart.randomReturn(world),
                target(world),
                0);
    }

    private static double target(EnvironmentSpec world) {
        return world.id().equals(PENDULUM)
                ? PENDULUM_TARGET
                : world.rewardThreshold().orElse(Double.NaN);
    }
}
