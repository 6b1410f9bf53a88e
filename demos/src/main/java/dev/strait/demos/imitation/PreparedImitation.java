package dev.strait.demos.imitation;

import ai.djl.Device;
import dev.strait.agents.imitation.Imitation;
import dev.strait.agents.imitation.StateView;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.TimedTraining;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.policy.PolicyCourse;
import dev.strait.demos.policy.PolicyPlan;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.ReturnStatistics;
import dev.strait.demos.training.RunPlan;
import dev.strait.demos.training.TrainingRun;
import dev.strait.demos.world.BundledDemonstrations;
import dev.strait.demos.world.DemonstrationInput;
import dev.strait.demos.world.WorldInput;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.demonstration.DemonstrationFit;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.EpisodeSelection;
import dev.strait.envs.mimic.MotionImitation;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** An imitation that only has to be run: its demonstrations are read and fit, its networks made. */
public final class PreparedImitation implements AutoCloseable {

    /** Share of the way from random actions to the expert that counts as reached. */
    private static final double TARGET = 0.95;

    private final PolicyTraining training;
    private final PolicyCourse course;

    private PreparedImitation(PolicyTraining training, PolicyCourse course) {
        this.training = training;
        this.course = course;
    }

    /**
     * Reads what is asked for, and refuses what does not fit, before anything dear is done.
     *
     * @return the demonstrations that are used
     * @throws IllegalArgumentException where they do not fit the world, or the recipe them
     */
    public static Demonstrations check(ImitationRun asked) {
        EnvironmentSpec world = world(asked);
        Demonstrations recorded =
                read(asked, world).episodes(EpisodeSelection.parse(asked.episodes()));
        DemonstrationFit.check(recorded, world);
        Imitation.check(asked.recipe(), asked.settings(), recorded);
        if (asked.recipe().adversarial()) {
            asked.discriminator().view().of(world.factory().get());
        }
        return recorded;
    }

    /** From the file that is named, the clip that the world is about, or what comes with Strait. */
    private static Demonstrations read(ImitationRun asked, EnvironmentSpec world) {
        if (asked.demonstrations().isEmpty()
                && world.factory().get() instanceof MotionImitation motion) {
            return motion.demonstrations();
        }
        Path file =
                asked.demonstrations()
                        .map(Path::of)
                        .orElseGet(() -> BundledDemonstrations.of(asked.environment()));
        return DemonstrationInput.read(file, asked.format());
    }

    /**
     * Makes it ready; a warm start is trained here.
     *
     * @param seconds of processor time after which it counts as finished; empty for as many steps
     *     as are asked for
     */
    public static PreparedImitation of(ImitationRun asked, OptionalDouble seconds) {
        Demonstrations recorded = check(asked);
        EnvironmentSpec world = world(asked);
        TensorEngine.threads(asked.threads());
        Device device = TensorEngine.device(asked.device());
        long begun = System.nanoTime();
        PolicyTraining whole =
                new Imitation(
                                world,
                                asked.settings(),
                                device,
                                asked.threads(),
                                new Seeds(asked.seed()))
                        .training(asked.recipe(), recorded, asked.subsample());
        double warmStart = asked.warmStart() ? (System.nanoTime() - begun) / 1e9 : 0;
        PolicyTraining training =
                seconds.isPresent()
                        ? TimedTraining.ofProcessorTime(whole, seconds.getAsDouble())
                        : whole;
        PolicyPlan measures = measures(asked, world, recorded, warmStart);
        return new PreparedImitation(
                training, new PolicyCourse(plan(asked, device), measures, training));
    }

    private static EnvironmentSpec world(ImitationRun asked) {
        return WorldInput.world(asked.environment(), asked.model(), asked.margin());
    }

    /** What {@link TrainingRun} runs. */
    public PolicyCourse course() {
        return course;
    }

    @Override
    public void close() {
        training.close();
    }

    private static RunPlan plan(ImitationRun asked, Device device) {
        boolean adversarial = asked.recipe().adversarial();
        return new RunPlan(
                ImitationRun.COMMAND,
                asked.algorithm(),
                asked.environment(),
                asked.seed(),
                device,
                MetricNames.ENVIRONMENT_STEPS,
                adversarial ? "steps" : "epochs",
                adversarial ? asked.steps() : asked.cloning().epochs());
    }

    private static PolicyPlan measures(
            ImitationRun asked,
            EnvironmentSpec world,
            Demonstrations recorded,
            double secondsBefore) {
        Optional<ReturnStatistics> expert =
                recorded.statistics()
                        .returns()
                        .map(
                                r ->
                                        new ReturnStatistics(
                                                r.mean(), r.std(), recorded.episodes().size()));
        ReturnStatistics random = PolicyPlan.randomReturn(world);
        return new PolicyPlan(
                world,
                asked.evaluateEvery(),
                asked.recipe().adversarial()
                        && asked.discriminator().bottleneck() instanceof Bottleneck.Variational,
                expert,
                random,
                expert.map(e -> random.mean() + TARGET * (e.mean() - random.mean()))
                        .orElse(Double.NaN),
                Optional.of(recorded)
                        .filter(r -> asked.recipe().adversarial())
                        .filter(r -> asked.discriminator().view() instanceof StateView.Frames),
                secondsBefore);
    }
}
