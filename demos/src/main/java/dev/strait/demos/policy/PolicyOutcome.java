package dev.strait.demos.policy;

import dev.strait.agents.imitation.LearnedReward;
import dev.strait.agents.policy.PolicyFile;
import dev.strait.agents.rollout.Evaluation;
import dev.strait.agents.rollout.PolicyLook;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.demos.picture.TrainingReport;
import dev.strait.demos.play.Actor;
import dev.strait.demos.play.MotionMeasure;
import dev.strait.demos.play.PlayedFilm;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.HeldRate;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.run.PeakMemory;
import dev.strait.demos.run.ReturnStatistics;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.Summary;
import dev.strait.demos.run.Versions;
import dev.strait.demos.terminal.TextTable;
import dev.strait.demos.training.RunPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * What a finished training leaves: the policy's files and those of a learned reward, a film, the
 * report, the summary last of all, and a table for whoever watches.
 */
final class PolicyOutcome {

    static final int EPISODES = 100;
    private static final int MOTIONS = 20;
    private static final long SEED = 1_234_567;

    private final RunFolder folder;
    private final RunPlan plan;
    private final PolicyPlan measures;
    private final PolicyTraining training;
    private final PolicyLook look;

    PolicyOutcome(
            RunFolder folder,
            RunPlan plan,
            PolicyPlan measures,
            PolicyTraining training,
            PolicyLook look) {
        this.folder = folder;
        this.plan = plan;
        this.measures = measures;
        this.training = training;
        this.look = look;
    }

    /**
     * Writes everything.
     *
     * @param trained steps or epochs
     * @return the text for whoever watches
     */
    String write(double trainSeconds, long trained) {
        HeldRate rate = HeldRate.of(MetricsTable.read(folder.metrics()));
        Optional<MotionMeasure> motion = motion();
        Evaluation policy = Evaluation.of(training.policy(), measures.spec(), EPISODES, SEED);
        saveLearned(policy.mean());
        Optional<SaliencySheet> frames = frames();
        Summary summary = summary(rate, trainSeconds, policy, motion, frames);
        PlayedFilm.shoot(
                folder.film(), measures.spec(), Actor.mostProbable(training.policy()), SEED);
        frames.ifPresent(sheet -> sheet.write(folder.frames()));
        frames.ifPresent(sheet -> sheet.film(folder.framesFilm()));
        TrainingReport.write(folder, summary);
        // Last: it marks the run as finished.
        Disk.write(folder.summary(), summary.json());
        return table(summary, rate, trained, motion);
    }

    private Optional<MotionMeasure> motion() {
        Actor actor = Actor.mostProbable(training.policy());
        return MotionMeasure.of(measures.spec(), actor, MOTIONS, SEED);
    }

    /** Expert and policy through the eyes of a discriminator that sees frames. */
    private Optional<SaliencySheet> frames() {
        if (measures.watched().isEmpty()) {
            return Optional.empty();
        }
        Actor actor = Actor.mostProbable(training.policy());
        try (LearnedReward reward = LearnedReward.load(folder.path(), plan.device())) {
            return Optional.of(
                    new SaliencySheet(
                            SeenFrames.ofFirst(measures.watched().get(), reward),
                            SeenFrames.played(measures.spec(), actor, SEED, reward)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException("cannot read the learned reward: " + e.getMessage(), e));
        }
    }

    private static <T> OptionalDouble figure(Optional<T> of, ToDoubleFunction<T> figure) {
        return of.map(m -> OptionalDouble.of(figure.applyAsDouble(m)))
                .orElse(OptionalDouble.empty());
    }

    private static <T> OptionalInt count(Optional<T> of, ToIntFunction<T> count) {
        return of.map(m -> OptionalInt.of(count.applyAsInt(m))).orElse(OptionalInt.empty());
    }

    private Summary summary(
            HeldRate rate,
            double trainSeconds,
            Evaluation policy,
            Optional<MotionMeasure> motion,
            Optional<SaliencySheet> frames) {
        return new Summary(
                plan.command(),
                plan.algorithm(),
                measures.spec().id(),
                plan.seed(),
                plan.deviceName(),
                Versions.all(),
                new ReturnStatistics(policy.mean(), policy.std(), policy.episodes()),
                measures.expert(),
                Optional.of(measures.random()),
                training.environmentSteps(),
                trainSeconds,
                look.stepsToTarget() < 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(look.stepsToTarget()),
                Double.isNaN(look.secondsToTarget())
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(look.secondsToTarget()),
                PeakMemory.residentBytes(),
                measures.bottleneck() ? Optional.of(rate.kept()) : Optional.empty(),
                figure(motion, MotionMeasure::rotationErrorRadians),
                figure(motion, MotionMeasure::episodeSeconds),
                figure(motion, MotionMeasure::longestEpisodeSeconds),
                count(motion, MotionMeasure::fell),
                count(motion, MotionMeasure::episodes),
                figure(motion, MotionMeasure::speed),
                figure(motion, MotionMeasure::clipSpeed),
                figure(frames, SaliencySheet::slope));
    }

    private void saveLearned(double meanReturn) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("command", plan.command());
        provenance.put("algorithm", plan.algorithm());
        provenance.put("seed", plan.seed());
        provenance.put("environmentSteps", training.environmentSteps());
        provenance.put("meanReturn", meanReturn);
        provenance.put("versions", Versions.all());
        try {
            PolicyFile.save(folder.path(), training.policy(), measures.spec().id(), provenance);
            training.saveReward(folder.path(), measures.spec().id(), provenance);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException("cannot write what was learned: " + e.getMessage(), e));
        }
    }

    private String table(
            Summary summary, HeldRate rate, long trained, Optional<MotionMeasure> motion) {
        TextTable table = new TextTable().row("", "mean", "std", "episodes");
        row(table, "policy", Optional.of(summary.policyReturn()));
        row(table, "expert", summary.expertReturn());
        row(table, "random", summary.randomReturn());
        StringBuilder text = new StringBuilder(table.toString());
        text.append(
                String.format(
                        Locale.ROOT,
                        "%ntrained %,d %s in %.1f s%s%n",
                        trained,
                        plan.unit(),
                        summary.trainSeconds(),
                        reached(summary)));
        if (summary.constraintSatisfied().isPresent()) {
            text.append("%s%n".formatted(rate.sentence()));
        }
        motion.ifPresent(imitated -> text.append("%s%n".formatted(imitated.sentence())));
        return text.append("report ").append(folder.report()).append("%n".formatted()).toString();
    }

    private String reached(Summary summary) {
        if (Double.isNaN(measures.target())) {
            return "";
        }
        return summary.secondsToTarget().isPresent()
                ? String.format(
                        Locale.ROOT,
                        ", reached the target of %.1f after %.1f s",
                        measures.target(),
                        summary.secondsToTarget().getAsDouble())
                : String.format(
                        Locale.ROOT, ", never reached the target of %.1f", measures.target());
    }

    private static void row(TextTable table, String who, Optional<ReturnStatistics> returns) {
        returns.ifPresent(
                r ->
                        table.row(
                                who,
                                String.format(Locale.ROOT, "%.1f", r.mean()),
                                String.format(Locale.ROOT, "%.1f", r.std()),
                                Integer.toString(r.episodes())));
    }
}
