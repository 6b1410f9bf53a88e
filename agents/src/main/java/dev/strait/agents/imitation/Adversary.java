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
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.bottleneck.Judgement;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.LearnerReport;
import dev.strait.core.network.Dense;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The discriminator of an imitation: it learns to tell the expert's transitions from the agent's
 * and rewards the agent for what looks like the expert's.
 */
public final class Adversary implements RewardSource {

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
                        policy, actions, settings.needsSuccessors(), settings.normaliseInputs());
        manager = policy.manager().newSubManager();
        judge = judge(seeds.stream("discriminator weights"), discount);
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

    private Judge judge(SeedStream random, double discount) {
        if (settings.logit() instanceof LogitForm.Shaped shaped) {
            ShapedJudge.Layout layout =
                    new ShapedJudge.Layout(encoder.stateWidth(), encoder.actionWidth());
            int seenByReward = layout.state() + (shaped.stateOnlyReward() ? 0 : layout.action());
            return new ShapedJudge(
                    discriminator(seenByReward, random),
                    discriminator(layout.state(), random),
                    layout,
                    shaped.stateOnlyReward(),
                    discount);
        }
        return new PlainJudge(discriminator(encoder.width(), random));
    }

    private Discriminator discriminator(int inputs, SeedStream random) {
        int[] sizes =
                Stream.concat(Stream.of(inputs), settings.hidden().stream())
                        .mapToInt(Integer::intValue)
                        .toArray();
        Block trunk =
                Dense.of(sizes)
                        .activation(settings.activation())
                        .last(settings.activation())
                        .weightForm(settings.regulariser().weightForm())
                        .build(manager, random);
        return settings.bottleneck()
                .around(
                        trunk,
                        new Shape(1, inputs),
                        settings.regulariser().weightForm(),
                        manager,
                        random);
    }

    @Override
    public Rewarded judge(Rollout rollout) {
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
        int features = encoder.stateWidth();
        double[] rows = new double[agent.observations().length];
        for (int row = 0; row < agent.size(); row++) {
            int chosen = sampling.nextInt(expert.size());
            System.arraycopy(
                    expert.observations(), chosen * features, rows, row * features, features);
        }
        encoder.count(rows);
    }

    private AdversaryReport step(NDManager scope) {
        Batch real = expertBatch(scope);
        Batch fake = agentBatch(scope);
        Batch both = Batch.join(real, fake);
        Judgement[] sides = new Judgement[2];
        double[] parts = new double[2];
        LearnerReport learned =
                learner.minimise(
                        () -> {
                            Judgement joined = judge.judge(both, codeNoise);
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
                            return loss.add(penalty).add(constraint.term(sides[0], sides[1]));
                        });
        settings.regulariser().project(learner.parameters());
        // β moves after the step that it weighed.
        BottleneckReport stands = constraint.report(sides[0], sides[1]);
        constraint.update(stands.rate(), parts[0]);
        return new AdversaryReport(parts[0], learned.gradientNorm(), stands);
    }

    private static Judgement part(Judgement both, int from, int to) {
        String rows = from + ":" + to;
        return new Judgement(both.logits().get(rows), both.kl().get(rows));
    }

    private Batch expertBatch(NDManager scope) {
        int[] chosen = new int[settings.batch()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = sampling.nextInt(expert.size());
        }
        float[] rows = new float[chosen.length * encoder.width()];
        encoder.encode(expert, chosen, rows, 0);
        return perturbed(batch(scope, expert, chosen, rows));
    }

    private Batch agentBatch(NDManager scope) {
        List<Experience> rounds = replay.rounds();
        int[] of = new int[settings.batch()];
        int[] row = new int[settings.batch()];
        for (int i = 0; i < of.length; i++) {
            of[i] = sampling.nextInt(rounds.size());
            row[i] = sampling.nextInt(rounds.get(of[i]).size());
        }
        Batch joined = null;
        for (int round = 0; round < rounds.size(); round++) {
            int wanted = round;
            int[] chosen =
                    IntStream.range(0, of.length)
                            .filter(i -> of[i] == wanted)
                            .map(i -> row[i])
                            .toArray();
            if (chosen.length > 0) {
                float[] rows = new float[chosen.length * encoder.width()];
                encoder.encode(rounds.get(round), chosen, rows, 0);
                Batch part = batch(scope, rounds.get(round), chosen, rows);
                joined = joined == null ? part : Batch.join(joined, part);
            }
        }
        return perturbed(joined);
    }

    private Batch perturbed(Batch batch) {
        return new Batch(
                settings.regulariser().perturb(batch.inputs(), codeNoise),
                batch.continues(),
                batch.logPolicy());
    }

    private Batch batch(NDManager scope, Experience from, int[] chosen, float[] rows) {
        float[] continues = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            continues[i] = from.terminated()[chosen[i]] ? 0 : 1;
        }
        return new Batch(
                scope.create(rows, new Shape(chosen.length, encoder.width())),
                scope.create(continues),
                () -> logPolicy(scope, from, chosen));
    }

    /** ln π(a|s) of the policy as it is now, a constant in the discriminator's loss. */
    private NDArray logPolicy(NDManager scope, Experience from, int[] chosen) {
        int features = encoder.stateWidth();
        int size = policy.actionSpace().size();
        double[] observations = new double[chosen.length * features];
        double[] actions = new double[chosen.length * size];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(
                    from.observations(),
                    chosen[i] * features,
                    observations,
                    i * features,
                    features);
            System.arraycopy(from.actions(), chosen[i] * size, actions, i * size, size);
        }
        float[] seen = new float[observations.length];
        policy.see(observations, seen);
        policy.toChoices(actions, actions);
        float[] choices = new float[actions.length];
        for (int i = 0; i < choices.length; i++) {
            choices[i] = (float) actions[i];
        }
        return GradientMode.paused(
                () ->
                        policy.distribution(scope.create(seen, new Shape(chosen.length, features)))
                                .logProbability(
                                        scope.create(choices, new Shape(chosen.length, size))));
    }

    /**
     * The agent's rewards for a rollout, (T·N), of the discriminator as it is now.
     *
     * @throws IllegalStateException where a reward is not finite
     */
    public double[] rewards(Rollout rollout) {
        Experience agent = Experience.of(rollout);
        int[] all = IntStream.range(0, agent.size()).toArray();
        float[] rows = new float[all.length * encoder.width()];
        encoder.encode(agent, all, rows, 0);
        try (NDManager scope = manager.newSubManager()) {
            Batch batch = batch(scope, agent, all, rows);
            float[] logits = judge.logits(batch, settings.rewardPath(), codeNoise).toFloatArray();
            double[] rewards = new double[logits.length];
            for (int i = 0; i < rewards.length; i++) {
                rewards[i] = settings.reward().of(logits[i]);
                if (!Double.isFinite(rewards[i])) {
                    throw new IllegalStateException(
                            "the discriminator gave reward " + rewards[i] + " at row " + i);
                }
            }
            return rewards;
        }
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
