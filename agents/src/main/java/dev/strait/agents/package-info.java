/**
 * Everything that learns. What is a function or a layer is in {@code dev.strait.core}, what is a
 * world or a file of demonstrations in {@code dev.strait.envs}; here are the loops over updates.
 *
 * <p>Reading order: {@link dev.strait.agents.policy} (what acts), {@link dev.strait.agents.rollout}
 * (what it did), {@link dev.strait.agents.ppo} (how it improves), {@link dev.strait.agents.bc} (how
 * it copies), {@link dev.strait.agents.imitation} (what rewards it); {@link dev.strait.agents.gan}
 * (every GAN), {@link dev.strait.agents.metric} (how good its pictures are); {@link
 * dev.strait.agents.vib} (a classifier behind the bottleneck); {@link dev.strait.agents.training}
 * (who runs them all, and how they go on after a stop), {@link dev.strait.agents.experiment}
 * (figures of the literature, checked).
 *
 * <p>The decision that was weighed: one loop for plain and adversarial training. Algorithm 1 of Ho
 * and Ermon 2016 is that of PPO with another source of rewards, so {@link
 * dev.strait.agents.ppo.PpoTraining} takes a {@link dev.strait.agents.ppo.RewardSource} and does
 * not know which it has.
 */
package dev.strait.agents;
