package dev.strait.demos.picture;

import dev.strait.demos.run.ComparisonRow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Who is ahead on one subject, and who is so near that seeds may have decided: within the deviation
 * of the difference of two means, √(s²/n + s′²/n′).
 */
final class ComparisonVerdict {

    private ComparisonVerdict() {}

    static String of(List<ComparisonRow> rows) {
        List<ComparisonRow> measured = rows.stream().filter(row -> !row.runs().isEmpty()).toList();
        if (measured.isEmpty()) {
            return "nothing is finished yet.";
        }
        boolean less = measured.get(0).yardstick().lessIsBetter();
        Comparator<ComparisonRow> byMean =
                Comparator.comparingDouble(
                        row -> less ? -row.measured().mean() : row.measured().mean());
        ComparisonRow best = measured.stream().max(byMean).orElseThrow();
        String near =
                measured.stream()
                        .filter(row -> row != best && near(row.measured(), best.measured()))
                        .map(ComparisonRow::contender)
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s is ahead with %.3f (%s)%s%s.",
                best.contender(),
                best.measured().mean(),
                best.yardstick().title(),
                near.isEmpty() ? "" : "; too near to tell apart over these seeds: " + near,
                measured.stream().anyMatch(row -> row.runs().size() < 2)
                        ? "; a single seed tells little"
                        : "");
    }

    private static boolean near(ComparisonRow.Spread one, ComparisonRow.Spread other) {
        double doubt = Math.hypot(error(one), error(other));
        return Math.abs(one.mean() - other.mean()) <= doubt;
    }

    /**
     * Of the mean, s/√n, where s² = n/(n − 1) times the variance of the population; 0 of one seed.
     */
    private static double error(ComparisonRow.Spread spread) {
        return spread.seeds() < 2 ? 0 : spread.std() / Math.sqrt(spread.seeds() - 1);
    }
}
