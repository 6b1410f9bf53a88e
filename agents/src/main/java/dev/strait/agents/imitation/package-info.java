/**
 * Adversarial imitation: a discriminator learns to tell the expert's transitions from the agent's,
 * and what it takes for the expert's is the agent's reward. GAIL, AIRL, VAIL, VAIRL, AMP and the
 * rest are rows of one table over the same axes: what the discriminator sees, whether as numbers or
 * as frames, what its logit is made of, what keeps it smooth, what narrows it, and in which form it
 * pays.
 *
 * <p>Reading order: {@link dev.strait.agents.imitation.ImitationRecipes}, {@link
 * dev.strait.agents.imitation.DiscriminatorSettings} with {@link
 * dev.strait.agents.imitation.DiscriminatorInput}, {@link dev.strait.agents.imitation.StateView},
 * {@link dev.strait.agents.imitation.LogitForm} and {@link dev.strait.agents.imitation.RewardForm},
 * {@link dev.strait.agents.imitation.Adversary}, {@code Judge} with {@code PlainJudge} and {@code
 * ShapedJudge}, {@code RowEncoder}, {@code Replay}, {@link dev.strait.agents.imitation.Imitation};
 * then what outlives a training, {@link dev.strait.agents.imitation.LearnedReward} with its file,
 * {@link dev.strait.agents.imitation.FrozenReward}, and {@link
 * dev.strait.agents.imitation.TransferRecipes} with {@link
 * dev.strait.agents.imitation.TransferPresets}.
 *
 * <p>Papers: Ho and Ermon 2016 (GAIL); Fu, Luo and Levine 2018 (AIRL); Peng et al. 2019 (VAIL,
 * VAIRL); Kostrikov et al. 2019 (what rewards say about the end of an episode); Torabi et al. 2018
 * (state transitions alone); Peng et al. 2021 (AMP); Arulkumaran and Lillrank 2023 (several weak
 * regularisers); Jolicoeur-Martineau 2019 (differences of logits); Zhang et al. 2025 (ADD);
 * Simonyan et al. 2014 (saliency).
 *
 * <p>The decision that was weighed: who moves first in a round. If the policy moved first, AIRL's
 * ln π would be that of a policy that did not make the experience, and the rewards would be one
 * round old. So the discriminator learns from the rollout, then rewards the same rollout, then the
 * policy moves ({@code imitation} trains the policy first and the discriminator after it).
 *
 * <p>Details, with their sources:
 *
 * <ul>
 *   <li>Logits are high for the expert: D = 1/(1 + e^−ℓ) is the probability of "expert" (Ho and
 *       Ermon write it the other way round).
 *   <li>Equal numbers of expert and agent rows in a step, both drawn with replacement; both sides
 *       go through the networks in one pass.
 *   <li>Inputs are one row, so that a penalty reaches every part of it: indices as one-hot vectors,
 *       coordinates in units of their bounds, observations by running moments.
 *   <li>Of a state it sees what the world says that states are compared by ({@link
 *       dev.strait.envs.StateFeatures}), by default the observation; features are computed where
 *       rows are encoded, so that rollouts, replay and recordings hold observations alone.
 *   <li>Frames are one more form of a state, drawn from the observation where rows are encoded,
 *       too: nothing between world and discriminator knows of them. The policy still sees the
 *       observation (video imitation in Peng et al. 2019). The paper's discriminator sees a state;
 *       the preset here sees s and s′ as two channels, because one picture does not tell whether a
 *       leg comes or goes. They are grey and not normalised. Twenty updates and 4,096 rewards took
 *       0.38 s where stepping the worlds took 0.08 s. Actions do not go into a row of frames.
 *   <li>Saliency is |∂D/∂pixel| of D(μ(x)), not of the logit: a discriminator that is sure has
 *       none, which is what the paper shows of GAIL.
 *   <li>Many rows of frames are judged in parts of 32 MB, each with code noise of its own where
 *       rewards are of sampled codes.
 *   <li>The input moments are those of the half-and-half mixture: with the agent's alone an expert
 *       of narrow range would be told apart by its scale. They count each rollout once, before the
 *       discriminator learns, and successors not at all.
 *   <li>AIRL: ℓ = f − ln π, f = g(s, a) + γh(s′) − h(s), γ that of PPO (the official inverse-RL
 *       code has 1); h(s′) counts as 0 after a terminated step and as it is after a truncated one
 *       ({@code imitation}).
 *   <li>ln π is that of the policy as it is before it moves, a constant in the loss, for the
 *       expert's actions too (official inverse-RL code). Both sides' actions are as the world got
 *       them, within bounds: neither is given away by lying outside.
 *   <li>AIRL's agent is paid what the table says; the paper's is {@code LOGIT}, f − ln π, which
 *       contains the entropy bonus.
 *   <li>VAIRL: g and h behind encoders of their own, rates added, KL_g(s, a) + KL_h(s) + KL_h(s′)
 *       (Peng et al. 2019; their codes).
 *   <li>Penalties differentiate f without ln π, on sampled codes: π is not the discriminator's.
 *   <li>Rewards are of the mean code, D(μ(x)), after the discriminator's updates of the round (Peng
 *       et al. 2019, eq. 11); the sampled path is selectable.
 *   <li>β moves after the step that it weighed, is never reset between rounds, and is checkpointed.
 *   <li>No gradient clipping; Adam with the paper's constants (Kingma and Ba 2015).
 *   <li>A row that names a regulariser takes it in place of the world's. The paper's penalty is γ/2
 *       · E‖∇D‖² on expert samples with γ = 10 (Mescheder et al. 2018); input noise has a deviation
 *       of ½ of a normalised input (Strait's own, the paper does not tell).
 *   <li>AMP's weights are those of its two codes (DeepMimic; MimicKit), doubled, because both halve
 *       the sum of the sides' losses: penalty 10 on the expert, or 5 on either side; logit 0.05 or
 *       0.02; weights 5e-4 or 2e-4. DeepMimic's have a ½ in the penalty and in both sums too, which
 *       the doubling cancels.
 *   <li>ADD: the expert's rows are the clip's own states, which lack nothing of it. The paper's
 *       penalty is on the agent's samples alone, all of which lack much: the logit may be flat
 *       there and fall off a cliff around zero. Ours asks for a slope of one between the two
 *       (Gulrajani et al. 2017), so the logit falls with how much is lacking, per unit of the
 *       differences as they are. Its features are those of the other rows, so how fast the root
 *       goes counts, but not where it is along its way, nor where it faces.
 *   <li>VAIL_ONE_CENTRED and ADD weigh the penalty of Gulrajani et al. 2017 by 1: theirs of 10 is
 *       for a critic without a logarithm. VAIL's inputs are normalised, ADD's differences are not.
 *   <li>An objective that compares sides learns differences, and its logits have no zero: rewards
 *       then count from the expert's mean logit (the average of Jolicoeur-Martineau 2019).
 *   <li>Replay draws a round, then a row; the last round is among them (Finn et al. 2016; Peng et
 *       al. 2021).
 *   <li>The saturation alarm rings at 98 % accuracy on sampled codes, whatever the world: from
 *       there on users of AMP report stuck runs. What I_c permits is reported beside it.
 *   <li>Most presets deliver an average of the policies of about ten rounds. AIRL's reward contains
 *       the entropy bonus, so its policies stay broad and their most probable action, which is what
 *       is evaluated, wanders: on Pendulum-v1 single rounds fall to random while the average stays
 *       at the expert. Once an agent equals its expert there is little to tell apart, and PPO's
 *       standardised advantages are noise of full size: hence long rounds on CartPole-v1.
 *   <li>What is carried into another world is g at the mean code, of the state alone (Fu et al.
 *       2018, section 6); f would carry the shaping, f − ln π the policy along. GAIL and VAIL have
 *       nothing but the agent's reward to carry, −ln(1 − D) of D(s, a) in both papers. It hardly
 *       slopes where D wins: imitators stay in the first room of the S-maze, and the new policies.
 *       With the logit in its place three rewards in five of VAIL's led on there (the official code
 *       takes ln D).
 *   <li>A saved reward keeps the input moments of its training: another world's would move it.
 *   <li>A penalty on a shaped logit is on the slope of f over the whole row, where g's and h's
 *       slopes may cancel; the public inverse-RL code sums the slopes of g(s), h(s) and h(s′).
 *   <li>Transfer learns its rewards little, from the last round alone and on inputs in metres: told
 *       apart longer, or on inputs of variance 1, g becomes a map of where the expert was, with an
 *       abyss where only the agent went, and the mirrored way leads through it.
 *   <li>In the S-maze inputs are shifted by their mean, and keep their units. A ReLU whose bias is
 *       0 bends at the origin: far from it along, near it across, one reward in three was a ridge
 *       along the maze with hardly a peak on it (0.2 nats from the target to the top wall, 1 nat as
 *       far across), policies rested at the wall, and neither a price on means out of bounds, an
 *       entropy bonus that falls to 0, nor smaller γ and λ cured that. A reward that is saved has
 *       variances of 1 then.
 *   <li>New policies in the C-maze start broad, with an entropy bonus and λ = 0.99, as the paper's
 *       TRPO does with more of both; in the S-maze they must hold still within a decimetre, which
 *       broad ones do not learn in that time: 75 of 177 on the world's own reward, 84 without the
 *       bonus, 173 with neither from σ = 1 and λ = 0.95 on (one seed each).
 *   <li>A transfer may train several new policies on a reward and keep the one whom that reward
 *       pays most, in the mean step of its last round; returns of the world decide nothing. It is
 *       two: on one and the same reward of the C-maze, policies ended below the wall or at the
 *       target by their first weights, at −1.90 and −1.58 a step.
 *   <li>On MountainCar-v0 the cloned policy leaves nothing to tell apart (accuracy 0.50 to 0.54, a
 *       loss of 2 ln 2): HURRY then pays −ln 2 a step, which is the world's own reward, and methods
 *       differ by chance.
 *   <li>A reward that is not finite ends the run; nothing is clipped in silence. PPO's reward
 *       normaliser scales, but does not shift: the survival bias of a form stays as chosen.
 * </ul>
 */
package dev.strait.agents.imitation;
