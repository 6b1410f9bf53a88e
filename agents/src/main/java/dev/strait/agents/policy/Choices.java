package dev.strait.agents.policy;

import dev.strait.envs.Space;

/**
 * Actions of a space as networks see them, whoever acts: indices as they are, coordinates in units
 * of their bounds, so that ±1 are the bounds.
 *
 * @param space of the actions
 */
public record Choices(Space space) {

    /**
     * The choices that stand for actions.
     *
     * @param actions (B, A) as the world takes them
     * @param choices (B, A) written; may be the same array
     */
    public void of(double[] actions, double[] choices) {
        // How a policy reaches an action, by tanh or by clipping, says nothing of the action.
        ActionHead.of(space, false).toChoices(actions, choices);
    }
}
