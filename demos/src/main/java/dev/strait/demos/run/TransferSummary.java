package dev.strait.demos.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a finished transfer of rewards, as its summary.json tells them; an absent one is
 * {@code null}. All returns are by the worlds' own rewards.
 *
 * @param command {@code transfer}
 * @param recipe whose returns the next two are; absent where several were compared
 * @param environment where the reward was learned
 * @param to where it was used
 * @param device where it ran, such as {@code cpu}
 * @param versions of everything that took part
 * @param trainReturn of the imitators, in the first world
 * @param transferReturn of the policies trained on the frozen reward, in the second world
 * @param expertTransferReturn of experts trained on the second world's own reward
 * @param demonstratedReturn of the demonstrations, where they tell rewards
 * @param randomTransferReturn of random actions in the second world
 * @param attempts how many policies were trained on each frozen reward, of which it chose one
 * @param results of every recipe
 * @param trainSeconds of all stages, training only
 */
public record TransferSummary(
        String command,
        Optional<String> recipe,
        String environment,
        String to,
        String device,
        Map<String, String> versions,
        Optional<SeedStatistics> trainReturn,
        Optional<SeedStatistics> transferReturn,
        SeedStatistics expertTransferReturn,
        Optional<ReturnStatistics> demonstratedReturn,
        ReturnStatistics randomTransferReturn,
        int attempts,
        List<Result> results,
        double trainSeconds) {

    /**
     * What came of one recipe.
     *
     * @param recipe its id
     * @param trainReturn of the imitators
     * @param transferReturn of the new policies
     */
    public record Result(
            String recipe, SeedStatistics trainReturn, SeedStatistics transferReturn) {}

    public TransferSummary {
        results = List.copyOf(results);
    }

    /** The text of summary.json. */
    public String json() {
        return JsonText.of(this);
    }
}
