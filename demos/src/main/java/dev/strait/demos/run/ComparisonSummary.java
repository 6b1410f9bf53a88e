package dev.strait.demos.run;

import java.util.List;
import java.util.Map;

/**
 * The figures of a finished comparison, as its summary.json tells them.
 *
 * @param command {@code compare}
 * @param budget what every run was given, for people
 * @param complete whether every run that was asked for is in it
 * @param rows one a contender and subject
 * @param versions of everything that took part
 */
public record ComparisonSummary(
        String command,
        String budget,
        boolean complete,
        List<Row> rows,
        Map<String, String> versions) {

    /**
     * One contender on one subject.
     *
     * @param subject such as {@code CartPole-v1}
     * @param contender its label
     * @param measure what {@code measured} is: {@code normalisedReturn}, {@code return} or {@code
     *     rotationErrorRadians}
     * @param measured mean and deviation over seeds
     * @param worst of the seeds
     * @param returns in the world's own reward
     * @param episodeSeconds of a motion, mean and deviation over seeds; of no seeds without one
     * @param speed the same of metres a second forward
     * @param reachedTarget seeds that reached 95 % of the expert
     * @param medianStepsToTarget of those; null without
     * @param trainSeconds of all seeds
     * @param folders of the runs, within the comparison's
     */
    public record Row(
            String subject,
            String contender,
            String measure,
            ComparisonRow.Spread measured,
            double worst,
            ComparisonRow.Spread returns,
            ComparisonRow.Spread episodeSeconds,
            ComparisonRow.Spread speed,
            long reachedTarget,
            double medianStepsToTarget,
            double trainSeconds,
            List<String> folders) {

        static Row of(ComparisonRow row) {
            return new Row(
                    row.subject(),
                    row.contender(),
                    row.yardstick().key(),
                    row.measured(),
                    row.worst(),
                    row.returns(),
                    row.episodeSeconds(),
                    row.speed(),
                    row.reached(),
                    row.medianStepsToTarget(),
                    row.trainSeconds(),
                    row.runs().stream()
                            .map(run -> run.folder().path().getFileName().toString())
                            .toList());
        }
    }

    /** What some rows tell. */
    public static ComparisonSummary of(String budget, List<ComparisonRow> rows) {
        return new ComparisonSummary(
                "compare",
                budget,
                rows.stream().allMatch(row -> row.runs().size() == row.planned()),
                rows.stream().map(Row::of).toList(),
                Versions.all());
    }

    /** The text of summary.json. */
    public String json() {
        return JsonText.of(this);
    }
}
