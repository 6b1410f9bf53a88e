package dev.strait.demos.image;

import dev.strait.demos.run.PictureFigure;
import dev.strait.demos.terminal.TextTable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Figures of pictures as text, with what they were measured by under them. */
public final class FigureTable {

    private FigureTable() {}

    /**
     * A row for each figure, and under them what saw the features.
     *
     * @param figures by their names
     */
    public static String of(Map<String, PictureFigure> figures) {
        TextTable table = new TextTable().row("", "figure", "deviation", "generated", "real");
        figures.forEach(
                (name, figure) ->
                        table.row(
                                name,
                                number(figure.value()),
                                Double.isNaN(figure.deviation()) ? "-" : number(figure.deviation()),
                                Integer.toString(figure.images()),
                                Integer.toString(figure.realImages())));
        String extractors =
                figures.values().stream()
                        .map(PictureFigure::extractor)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining("; "));
        return "%smeasured by %s%n".formatted(table, extractors);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
