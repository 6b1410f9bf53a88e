package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;
import static dev.strait.core.Require.requirePositive;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.network.Activation;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import java.util.List;
import java.util.function.Consumer;

/**
 * The discriminator of an imitation: every axis of it is a value, and "none" is a value on each.
 *
 * @param input what it sees (of a {@link LogitForm.Shaped} logit, g and h see what they need)
 * @param view as what it sees states
 * @param logit what its logit is made of
 * @param objective what it minimises
 * @param regulariser what keeps it smooth
 * @param bottleneck what narrows it
 * @param reward the form of the agent's reward
 * @param rewardPath whether rewards see the mean code or a sampled one
 * @param hidden sizes of the trunk's layers
 * @param activation of the trunk's layers
 * @param learningRate Adam's α
 * @param updatesPerRound gradient steps a round
 * @param batch rows of either side in one step
 * @param replayRounds rounds whose experience the agent's side is drawn from; 1 for the last alone
 * @param normaliseInputs whether states are shifted by the running means of the half-and-half
 *     mixture, and scaled by its deviations; frames never are
 * @param scaleInputs whether states that are shifted are scaled, too, or keep their units, within
 *     10 of the mean in either case; without {@code normaliseInputs} it says nothing
 */
public record DiscriminatorSettings(
        DiscriminatorInput input,
        StateView view,
        LogitForm logit,
        Objective objective,
        Regulariser regulariser,
        Bottleneck bottleneck,
        RewardForm reward,
        CodePath rewardPath,
        List<Integer> hidden,
        Activation activation,
        double learningRate,
        int updatesPerRound,
        int batch,
        int replayRounds,
        boolean normaliseInputs,
        boolean scaleInputs) {

    /** GAIL's: state and action, logistic, nothing else. */
    public static final DiscriminatorSettings GAIL =
            new DiscriminatorSettings(
                    DiscriminatorInput.STATE_ACTION,
                    new StateView.Features(),
                    new LogitForm.Plain(),
                    new Objective.NonSaturating(),
                    new Regulariser.None(),
                    new Bottleneck.None(),
                    RewardForm.SURVIVAL,
                    CodePath.MEAN,
                    List.of(64, 64),
                    Activation.TANH,
                    1e-3,
                    8,
                    256,
                    1,
                    true,
                    true);

    public DiscriminatorSettings {
        hidden = List.copyOf(hidden);
        require(!hidden.isEmpty(), "the discriminator needs at least one hidden layer");
        require(
                hidden.stream().allMatch(size -> size >= 1),
                "hidden sizes must be at least 1, but were %s",
                hidden);
        require(
                view.besideActions() || !lasting(input, logit).needsActions(),
                "frames and actions do not go into one network: with view Frames, input must be"
                        + " STATE or TRANSITION, and a shaped logit needs stateOnlyReward");
        requirePositive(learningRate, "learningRate");
        require(updatesPerRound >= 1, "updatesPerRound must be at least 1: %s", updatesPerRound);
        require(batch >= 1, "batch must be at least 1, but was %s", batch);
        require(replayRounds >= 1, "replayRounds must be at least 1, but was %s", replayRounds);
    }

    /** Whether demonstrations need actions. */
    public boolean needsActions() {
        return logit instanceof LogitForm.Shaped || input.needsActions();
    }

    /** Whether demonstrations need successors. */
    public boolean needsSuccessors() {
        return logit instanceof LogitForm.Shaped || input.needsSuccessors();
    }

    /** Whether states go by their running means, or means and deviations. */
    public boolean normalises() {
        return normaliseInputs && view.normalisable();
    }

    /** What the part of it sees that is a reward by itself: all of it, or g. */
    public DiscriminatorInput lastingInput() {
        return lasting(input, logit);
    }

    private static DiscriminatorInput lasting(DiscriminatorInput input, LogitForm logit) {
        if (logit instanceof LogitForm.Shaped shaped) {
            return shaped.stateOnlyReward()
                    ? DiscriminatorInput.STATE
                    : DiscriminatorInput.STATE_ACTION;
        }
        return input;
    }

    /** The same with another input. */
    public DiscriminatorSettings input(DiscriminatorInput value) {
        return with(draft -> draft.input = value);
    }

    /** The same with another view of the states. */
    public DiscriminatorSettings view(StateView value) {
        return with(draft -> draft.view = value);
    }

    /** The same with another logit. */
    public DiscriminatorSettings logit(LogitForm value) {
        return with(draft -> draft.logit = value);
    }

    /** The same under another objective. */
    public DiscriminatorSettings objective(Objective value) {
        return with(draft -> draft.objective = value);
    }

    /** The same with another regulariser. */
    public DiscriminatorSettings regulariser(Regulariser value) {
        return with(draft -> draft.regulariser = value);
    }

    /** The same with another bottleneck. */
    public DiscriminatorSettings bottleneck(Bottleneck value) {
        return with(draft -> draft.bottleneck = value);
    }

    /** The same with another form of the reward. */
    public DiscriminatorSettings reward(RewardForm value) {
        return with(draft -> draft.reward = value);
    }

    /** The same with another trunk. */
    public DiscriminatorSettings trunk(List<Integer> sizes, Activation between) {
        return with(
                draft -> {
                    draft.hidden = sizes;
                    draft.activation = between;
                });
    }

    /** The same, trained with other steps. */
    public DiscriminatorSettings updating(double rate, int updates, int rows) {
        return with(
                draft -> {
                    draft.learningRate = rate;
                    draft.updatesPerRound = updates;
                    draft.batch = rows;
                });
    }

    /** The same with a replay of another length. */
    public DiscriminatorSettings replayRounds(int value) {
        return with(draft -> draft.replayRounds = value);
    }

    /** The same with inputs that are shifted by their means or not, and if so scaled or not. */
    public DiscriminatorSettings inputs(boolean normalise, boolean scale) {
        return with(
                draft -> {
                    draft.normaliseInputs = normalise;
                    draft.scaleInputs = scale;
                });
    }

    private DiscriminatorSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** The components, to be changed one by one. */
    private static final class Draft {

        DiscriminatorInput input;
        StateView view;
        LogitForm logit;
        Objective objective;
        Regulariser regulariser;
        Bottleneck bottleneck;
        RewardForm reward;
        final CodePath rewardPath;
        List<Integer> hidden;
        Activation activation;
        double learningRate;
        int updatesPerRound;
        int batch;
        int replayRounds;
        boolean normaliseInputs;
        boolean scaleInputs;

        Draft(DiscriminatorSettings of) {
            input = of.input;
            view = of.view;
            logit = of.logit;
            objective = of.objective;
            regulariser = of.regulariser;
            bottleneck = of.bottleneck;
            reward = of.reward;
            rewardPath = of.rewardPath;
            hidden = of.hidden;
            activation = of.activation;
            learningRate = of.learningRate;
            updatesPerRound = of.updatesPerRound;
            batch = of.batch;
            replayRounds = of.replayRounds;
            normaliseInputs = of.normaliseInputs;
            scaleInputs = of.scaleInputs;
        }

        DiscriminatorSettings settings() {
            return new DiscriminatorSettings(
                    input,
                    view,
                    logit,
                    objective,
                    regulariser,
                    bottleneck,
                    reward,
                    rewardPath,
                    hidden,
                    activation,
                    learningRate,
                    updatesPerRound,
                    batch,
                    replayRounds,
                    normaliseInputs,
                    scaleInputs);
        }
    }
}
