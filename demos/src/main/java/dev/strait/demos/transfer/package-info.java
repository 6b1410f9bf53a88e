/**
 * Rewards that are learned in one world and used in another: an expert, an imitator whose reward is
 * kept, a new policy on that reward elsewhere, and what the true reward says of it.
 *
 * <p>Reading order: {@link dev.strait.demos.transfer.TransferCommand} with {@code TransferRun}
 * (what is asked for), {@code Transfer} (the stages in their order), {@code TransferStages} (where
 * they lie), {@code TransferDemonstrations}; {@code TransferOutcome} gathers what they left, {@code
 * RewardMap} draws rewards over mazes.
 *
 * <p>Papers: Fu et al. 2018 (AIRL); Peng et al. 2019 (VAIRL).
 *
 * <p>The decision weighed: a stage is a whole run of {@code imitate} or {@code ppo} in a folder
 * below, with configuration and report, rather than a part of one training: what is finished is
 * kept, what was stopped goes on to the bit, and each can be repeated alone.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Experts are recorded with their actions drawn: what one does beside its most probable way
 *       tells what it avoids. The paper mixes its expert's last five snapshots, which with an
 *       annealed step size are nearly one policy.
 *   <li>Of several attempts at a new policy, the learned reward chooses; the true one is not asked.
 *   <li>The true reward is mapped beside the learned ones of the first seed, in the second world.
 * </ul>
 */
package dev.strait.demos.transfer;
