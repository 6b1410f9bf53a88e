package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.ppo.RewardSource;
import dev.strait.agents.rollout.Experience;
import dev.strait.agents.rollout.Rollout;
import dev.strait.agents.training.TrainingState;
import dev.strait.core.bottleneck.BottleneckReport;
import dev.strait.core.bottleneck.Constraint;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.bottleneck.Judgement;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.LearnerReport;
import dev.strait.core.gradient.OnceDifferentiable;
import dev.strait.core.gradient.Upload;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.StateFeatures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * The discriminator of an imitation: it learns to tell the expert's transitions from the agent's
 * and rewards the agent for what looks like the expert's.
 */
public final class Adversary implements RewardSource {

    /** Expert rows that tell where logits without a zero of their own begin. */
    private static final int ORIGIN_ROWS = 1024;

    private final DiscriminatorSettings settings;
    private final Policy policy;
    private final Experience expert;
    private final RowEncoder encoder;
    private final Judge judge;
    private final Learner learner;
    private final Constraint constraint;
    private final Replay replay;
    private final SeedStream sampling;
    private final NoiseStream codeNoise;
    private final NDManager manager;

    /**
     * A new discriminator.
     *
     * @param expert demonstrated transitions, with what the settings need of them
     * @param policy whose rollouts are judged
     * @param discount γ of the shaping
     * @param seeds gives the streams {@code discriminator weights}, {@code discriminator batches}
     *     and {@code code noise}
     */
    public Adversary(
            Experience expert,
            Policy policy,
            DiscriminatorSettings settings,
            double discount,
            Seeds seeds) {
        this(
                expert,
                policy,
                StateFeatures.observed(policy.observationSpace().size()),
                settings,
                discount,
                seeds);
    }

    /**
     * A new discriminator of what the world's states are compared by.
     *
     * @param features of states, from observations of the policy's space
     */
    public Adversary(
            Experience expert,
            Policy policy,
            StateFeatures features,
            DiscriminatorSettings settings,
            double discount,
            Seeds seeds) {
        this.settings = settings;
        this.policy = policy;
        this.expert = expert;
        boolean actions = settings.needsActions();
        require(
                !actions || expert.actions() != null,
                "this recipe needs actions, but the demonstrations have none; a discriminator on"
                        + " STATE or TRANSITION can do without");
        encoder =
                new RowEncoder(
                        policy,
                        features,
                        actions,
                        settings.needsSuccessors(),
                        settings.normalises(),
                        settings.scaleInputs());
        manager = policy.manager().newSubManager();
        judge =
                Judge.of(
                        settings,
                        encoder,
                        discount,
                        manager,
                        seeds.stream("discriminator weights"));
        learner =
                Learner.of(
                        "discriminator",
                        Adam.of(settings.learningRate()),
                        Double.POSITIVE_INFINITY,
                        judge.blocks().toArray(Block[]::new));
        constraint = settings.bottleneck().constraint();
        replay = new Replay(settings.replayRounds());
        sampling = seeds.stream("discriminator batches");
        codeNoise = seeds.noise("code noise");
    }

    @Override
    public Rewarded judge(Rollout rollout, double rateFactor) {
        learner.anneal(rateFactor);
        AdversaryReport report = update(rollout);
        Map<String, Double> figures = report.figures();
        double[] rewards = rewards(rollout);
        figures.put("rollout/reward", Arrays.stream(rewards).average().orElse(Double.NaN));
        return new Rewarded(rollout.withRewards(rewards), figures);
    }

    /**
     * Learns from the expert and a rollout of the policy as it acted.
     *
     * @return means over the gradient steps of this round
     */
    public AdversaryReport update(Rollout rollout) {
        Experience agent = Experience.of(rollout);
        replay.add(agent);
        countInputs(agent);
        AdversaryReport.Mean mean = new AdversaryReport.Mean();
        for (int step = 0; step < settings.updatesPerRound(); step++) {
            try (NDManager scope = manager.newSubManager()) {
                mean.add(step(scope));
            }
        }
        return mean.report();
    }

    /** The moments of the inputs are those of as many expert rows as the agent has. */
    private void countInputs(Experience agent) {
        encoder.count(agent.observations());
        encoder.count(drawExpert(agent.size()).observations());
    }

    private AdversaryReport step(NDManager scope) {
        Batch real = perturbed(batch(scope, drawExpert(settings.batch())));
        Batch fake = perturbed(batch(scope, replay.draw(settings.batch(), sampling)));
        Batch both = Batch.join(real, fake);
        Judgement[] sides = new Judgement[2];
        double[] parts = new double[2];
        LearnerReport learned =
                learner.minimise(
                        () -> {
                            Judgement joined =
                                    OnceDifferentiable.in(() -> judge.judge(both, codeNoise));
                            sides[0] = part(joined, 0, settings.batch());
                            sides[1] = part(joined, settings.batch(), 2 * settings.batch());
                            NDArray loss =
                                    settings.objective()
                                            .discriminatorLoss(
                                                    sides[0].logits(), sides[1].logits());
                            parts[0] = loss.getFloat();
                            NDArray penalty =
                                    settings.regulariser()
                                            .penalty(
                                                    x -> judge.score(x, codeNoise),
                                                    real.inputs(),
                                                    fake.inputs(),
                                                    codeNoise);
                            return loss.add(penalty)
                                    .add(judge.weightPenalty(settings.regulariser(), scope))
                                    .add(constraint.term(sides[0], sides[1]));
                        });
        settings.regulariser().project(learner.parameters());
        // β moves after the step that it weighed.
        BottleneckReport stands =
                constraint.report(sides[0], sides[1], settings.objective().boundary());
        constraint.update(stands.rate(), parts[0]);
        return new AdversaryReport(parts[0], learned.gradientNorm(), stands);
    }

    private static Judgement part(Judgement both, int from, int to) {
        String rows = from + ":" + to;
        return new Judgement(both.logits().get(rows), both.kl().get(rows));
    }

    /** As the regulariser wants the discriminator to see it. */
    private Batch perturbed(Batch batch) {
        return new Batch(
                settings.regulariser().perturb(batch.inputs(), codeNoise),
                batch.continues(),
                batch.logPolicy());
    }

    /** Demonstrated transitions, drawn with replacement. */
    private Experience drawExpert(int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = sampling.nextInt(expert.size());
        }
        return expert.rows(rows);
    }

    private Batch batch(NDManager scope, Experience from) {
        float[] continues = new float[from.size()];
        for (int i = 0; i < continues.length; i++) {
            continues[i] = from.terminated()[i] ? 0 : 1;
        }
        Shape shape = new Shape(from.size(), encoder.width());
        return new Batch(
                Upload.floats(scope, encoder.encode(from), shape),
                scope.create(continues),
                () -> logPolicy(scope, from));
    }

    /** ln π(a|s) of the policy as it is now, a constant in the discriminator's loss. */
    private NDArray logPolicy(NDManager scope, Experience from) {
        float[] seen = new float[from.observations().length];
        policy.see(from.observations(), seen);
        float[] choices = new float[from.actions().length];
        policy.toChoices(from.actions(), choices);
        int rows = from.size();
        NDArray observed = scope.create(seen, new Shape(rows, seen.length / rows));
        NDArray chosen = scope.create(choices, new Shape(rows, choices.length / rows));
        return GradientMode.paused(() -> policy.distribution(observed).logProbability(chosen));
    }

    /**
     * The agent's rewards for a rollout, (T·N), of the discriminator as it is now.
     *
     * @throws IllegalStateException where a reward is not finite
     */
    public double[] rewards(Rollout rollout) {
        float[] logits = logits(Experience.of(rollout));
        double origin = origin();
        double[] rewards = new double[logits.length];
        for (int i = 0; i < rewards.length; i++) {
            rewards[i] = settings.reward().of(logits[i] - origin);
            if (!Double.isFinite(rewards[i])) {
                throw new IllegalStateException(
                        "the discriminator gave reward " + rewards[i] + " at row " + i);
            }
        }
        return rewards;
    }

    /**
     * The reward as it is learned so far, without what only this training needs: of f − ln π it is
     * g.
     *
     * @param environment id of the world that it is learned in
     * @return a copy on the same device, to be closed by the caller
     */
    public LearnedReward reward(String environment) {
        boolean shaped = settings.logit() instanceof LogitForm.Shaped;
        RewardDescription description =
                new RewardDescription(
                        environment,
                        policy.observationSpace().size(),
                        encoder.stateWidth(),
                        policy.actionSpace(),
                        settings.lastingInput(),
                        shaped ? RewardForm.LOGIT : settings.reward(),
                        shaped ? 0 : origin(),
                        JudgeNetwork.of(settings),
                        settings.normalises() ? encoder.normaliser().save() : new double[0]);
        return LearnedReward.of(description, judge.lasting(), manager.getDevice());
    }

    @Override
    public void saveReward(Path folder, String environment, Map<String, Object> provenance)
            throws IOException {
        try (LearnedReward reward = reward(environment)) {
            reward.save(folder, provenance);
        }
    }

    private float[] logits(Experience of) {
        float[] logits = new float[of.size()];
        int most = encoder.most();
        for (int from = 0; from < logits.length; from += most) {
            int to = Math.min(logits.length, from + most);
            try (NDManager scope = manager.newSubManager()) {
                Batch part = batch(scope, of.slice(from, to));
                float[] judged =
                        judge.logits(part, settings.rewardPath(), codeNoise).toFloatArray();
                System.arraycopy(judged, 0, logits, from, judged.length);
            }
        }
        return logits;
    }

    /**
     * The logit that rewards count from. An objective that compares sides learns differences, so
     * its logits have no zero of their own: the expert's mean is it (Jolicoeur-Martineau 2019), of
     * rows at even distances, so that nothing is drawn and the same rollout is paid alike.
     */
    private double origin() {
        if (!settings.objective().comparesSides()) {
            return 0;
        }
        int count = Math.min(expert.size(), ORIGIN_ROWS);
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = (int) ((long) i * expert.size() / count);
        }
        double sum = 0;
        for (float logit : logits(expert.rows(rows))) {
            sum += logit;
        }
        return sum / count;
    }

    @Override
    public void save(TrainingState state) {
        state.put("discriminator", learner);
        state.put("discriminator.input_moments", encoder.normaliser().save());
        state.put("discriminator.sampling", sampling.state());
        state.put("discriminator.code_noise", codeNoise.counter());
        DualAscent.State dual = constraint.state();
        state.put("bottleneck.dual", dual.beta(), dual.dual(), dual.scale());
        replay.save(state);
    }

    @Override
    public void restore(TrainingState state) {
        state.restore("discriminator", learner, manager);
        encoder.normaliser().restore(state.doubles("discriminator.input_moments"));
        sampling.restore(state.number("discriminator.sampling"));
        codeNoise.restore(state.number("discriminator.code_noise"));
        double[] dual = state.doubles("bottleneck.dual", 3);
        constraint.restore(new DualAscent.State(dual[0], dual[1], dual[2]));
        replay.restore(state);
    }

    @Override
    public void close() {
        learner.close();
        manager.close();
    }
}
