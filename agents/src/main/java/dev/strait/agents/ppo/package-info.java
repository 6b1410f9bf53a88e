/**
 * Proximal policy optimisation: collect, estimate advantages, take several epochs of clipped steps,
 * begin again. Rewards come from a {@link dev.strait.agents.ppo.RewardSource}, which is the world
 * or a discriminator. Policy and value are separate networks under one optimiser.
 *
 * <p>Reading order: {@link dev.strait.agents.ppo.PpoTraining} (the loop), {@link
 * dev.strait.agents.ppo.Advantages}, {@code Surrogate}, {@link dev.strait.agents.ppo.Ppo}, {@code
 * PolicyAverage}, {@link dev.strait.agents.ppo.PpoSettings}.
 *
 * <p>Papers: Schulman et al. 2017 (PPO); Schulman et al. 2016 (GAE); Huang et al. 2022 (37
 * implementation details); Pardo et al. 2018 (time limits).
 *
 * <p>The decision that was weighed: how a truncated step bootstraps. SB3 adds γV(s′) to the reward
 * of such a step and then treats it as an end, which mixes values into rewards (and into their
 * normaliser, if that runs later). Here V is taken at every true successor and the two flags decide
 * what follows, at the price of a second forward pass of the value network over the rollout.
 *
 * <p>Details, with their sources:
 *
 * <ul>
 *   <li>δ = r + γV(s′)·[not terminated] − V(s); the sum of errors stops at either end (Schulman et
 *       al. 2016; Pardo et al. 2018). Targets of the value are Â + V (OpenAI baselines).
 *   <li>Advantages are brought to mean 0 and deviation 1 in each minibatch, with the sample
 *       deviation and 1e-8 (SB3); a minibatch of a single row keeps its advantage (SB3).
 *   <li>The ratio is of unclipped choices under the policy now and at the start of the round, both
 *       through the moments that the choice was made with.
 *   <li>Rewards are divided by the running deviation of the discounted return and held to ±10;
 *       their mean stays, since subtracting it would change what is optimal (SB3's {@code
 *       VecNormalize}).
 *   <li>½(V − R)² has weight 0.5 and one gradient norm, 0.5, holds both networks (OpenAI baselines,
 *       SB3).
 *   <li>Clipped values are off by default (Engstrom et al. 2020 found no gain) and are those of
 *       OpenAI baselines where on.
 *   <li>Adam with ε = 1e-5 (OpenAI baselines, SB3).
 *   <li>The step size falls linearly where asked to, from its whole in the first round (cleanrl).
 *   <li>Epochs stop once the mean of (r − 1) − ln r over the rollout exceeds 1.5 times the target,
 *       looked at after each epoch (Schulman's estimator; SB3 looks at each minibatch).
 *   <li>The value network's weights are orthogonal, √2 in the hidden layers and 1 in the last
 *       (SB3); it shares nothing with the policy (Andrychowicz et al. 2021).
 *   <li>Rows are shuffled anew in each epoch, from a stream of their own.
 *   <li>What is evaluated and saved is the running average of the policies' parameters, one term a
 *       round, bias-corrected as Adam's moments are; what acts is the last policy. At 0 the two are
 *       equal to the bit. Moments of observations are not averaged (Yazıcı et al. 2019, of GANs).
 * </ul>
 */
package dev.strait.agents.ppo;
