package dev.strait.demos.experiment;

import dev.strait.agents.experiment.Check;
import dev.strait.demos.picture.ReportPage;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.JsonText;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.Versions;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an experiment leaves in its folder: report.html, and summary.json last.
 *
 * @param exhibit what was run
 * @param shown what came out
 * @param command how to run it again
 * @param seed of it
 * @param device where it ran
 * @param seconds that it took
 */
public record ExperimentReport(
        Exhibit exhibit,
        Exhibit.Shown shown,
        String command,
        long seed,
        String device,
        double seconds) {

    /** One check in summary.json; a bound that is not there is null. */
    private record Checked(String claim, double measured, double low, double high, boolean holds) {

        static Checked of(Check check) {
            return new Checked(
                    check.claim(), check.measured(), check.low(), check.high(), check.holds());
        }
    }

    /** The figures, for programs. */
    private record Figures(
            String command,
            String experiment,
            long seed,
            String device,
            double seconds,
            boolean holds,
            List<Checked> checks,
            Map<String, String> versions) {}

    /** Writes both files. */
    public void write(RunFolder folder) {
        page().write(folder.report());
        Figures figures =
                new Figures(
                        "experiment",
                        exhibit.name(),
                        seed,
                        device,
                        seconds,
                        shown.holds(),
                        shown.checks().stream().map(Checked::of).toList(),
                        Versions.all());
        Disk.write(folder.summary(), JsonText.of(figures));
    }

    /** {@code 6 of 7 figures came out as they have to.} */
    public String verdict() {
        long held = shown.checks().stream().filter(Check::holds).count();
        int all = shown.checks().size();
        if (all == 0) {
            return "So short a run is held to no figure.";
        }
        return held == all
                ? "All " + all + " figures came out as they have to."
                : held + " of " + all + " figures came out as they have to.";
    }

    private ReportPage page() {
        ReportPage page =
                ReportPage.titled(exhibit.title(), exhibit.name() + ": " + exhibit.line());
        page.verdict(exhibit.expectation() + " " + verdict());
        page.heading("What came out");
        shown.figures().accept(page);
        if (!shown.checks().isEmpty()) {
            page.heading("What had to come out");
            page.table(
                    List.of("", "measured", "has to be", ""),
                    shown.checks().stream().map(ExperimentReport::row).toList());
        }
        page.heading("Once more");
        page.folded(
                "The command, and what it ran with",
                command
                        + "\n\n"
                        + String.format(Locale.ROOT, "seed %d, %s, %.1f s%n", seed, device, seconds)
                        + Versions.line());
        return page;
    }

    private static List<String> row(Check check) {
        return List.of(
                check.claim(),
                Check.text(check.measured()),
                check.expected(),
                check.holds() ? "✓" : "✗ missed");
    }
}
