/**
 * What all trainings have in common: rounds, reports, and a state from which they go on to the bit.
 * A {@link dev.strait.agents.training.Training} knows nothing of who runs it; one of a policy is a
 * {@link dev.strait.agents.training.PolicyTraining}. A {@link dev.strait.agents.training.Session}
 * runs one, keeps the time and has it looked at ({@link dev.strait.agents.rollout.PolicyLook}
 * evaluates a policy). Reports are immutable, and looking changes nothing of what is learned.
 *
 * <p>Reading order: {@link dev.strait.agents.training.Training}, {@link
 * dev.strait.agents.training.RoundReport}, {@link dev.strait.agents.training.Session}, {@link
 * dev.strait.agents.training.TrainingState}; {@link dev.strait.agents.training.DescriptionJson} is
 * what generators and rewards say of themselves.
 *
 * <p>Papers: none; the lists of complaints about resumed runs in the trackers of Stable-Baselines3
 * and {@code imitation} were the guide.
 *
 * <p>The decision that was weighed: a state is named arrays, not serialised objects. Every part
 * writes its own names and takes them back with the lengths that it expects, so that a state of
 * another network, world or method is refused by name and size; a serialised object would fail
 * somewhere inside, or not at all.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>In a state: parameters, optimiser moments and step counts, buffers of spectral norms,
 *       moments of observations, inputs and rewards, running returns, states and random streams of
 *       the worlds, every stream of choices, orders, batches and noise, β, and the replay.
 *   <li>A state is a copy: rounds that follow do not change it.
 *   <li>Evaluations have a seed and worlds of their own; the clock stands while they run.
 *   <li>A figure that a round has no value for is NaN, never left out.
 * </ul>
 */
package dev.strait.agents.training;
