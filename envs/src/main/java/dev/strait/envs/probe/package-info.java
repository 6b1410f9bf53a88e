/**
 * Worlds with known answers, to find out which part of a learner is broken.
 *
 * <p>Each is solved by arithmetic on paper and needs one ability more than the one before it: a
 * constant, a look at the observation, discounting, an action, both, a cut that is no end, a
 * continuous action, several actions at once. Read {@link dev.strait.envs.probe.Probes} from top to
 * bottom and run a learner through them in that order.
 *
 * <p>Source of the idea: Andy Jones, "Debugging reinforcement learning systems", 2021.
 *
 * <p>The decision that was weighed: one world whose reward is a formula, instead of a class a
 * probe. A probe is then five lines that one can compare with the sentence above them.
 *
 * <p>Details: a probe's own rule ends it after one or two steps, so the time limit of 1,000 never
 * acts, but in the truncation probe, where it is all there is. Continuous actions are not clipped:
 * the reward's parabola goes on beyond the bounds.
 */
package dev.strait.envs.probe;
