package dev.strait.demos.play;

import dev.strait.demos.play.Played.Figures;
import dev.strait.demos.terminal.TextTable;
import java.util.Locale;

/** Returns and lengths of played episodes for people, one row for each who played. */
final class PlayedTable {

    private PlayedTable() {}

    static TextTable header() {
        return new TextTable().row("", "EPISODES", "RETURN", "STD", "MIN", "MAX", "LENGTH");
    }

    static void row(TextTable table, String who, Figures returns, Figures lengths) {
        table.row(
                who,
                Integer.toString(returns.episodes()),
                number(returns.mean()),
                number(returns.std()),
                number(returns.min()),
                number(returns.max()),
                "%s ± %s".formatted(number(lengths.mean()), number(lengths.std())));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
