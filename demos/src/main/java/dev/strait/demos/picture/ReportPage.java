package dev.strait.demos.picture;

import dev.strait.demos.run.Disk;
import dev.strait.demos.run.RunFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One HTML file that opens offline and can be mailed: style, plots and films are all within it. No
 * script; light or dark as the reader's system is; prints.
 */
public final class ReportPage {

    private final String title;
    private final StringBuilder body = new StringBuilder();

    private ReportPage(String title) {
        this.title = title;
    }

    /**
     * Begins a page.
     *
     * @param title of page and window
     * @param subtitle what was run, in a line or two
     */
    public static ReportPage titled(String title, String subtitle) {
        ReportPage page = new ReportPage(title);
        page.body
                .append("<header><h1>" + Html.escape(title) + "</h1>")
                .append("<p>" + Html.escape(subtitle) + "</p></header>\n");
        return page;
    }

    /** A sentence that says how it came out, set apart. */
    public ReportPage verdict(String sentence) {
        body.append("<p class='verdict'>" + Html.escape(sentence) + "</p>\n");
        return this;
    }

    /** A heading. */
    public ReportPage heading(String text) {
        body.append("<h2>" + Html.escape(text) + "</h2>\n");
        return this;
    }

    /** Two parts side by side where there is room. */
    public ReportPage split(Consumer<ReportPage> left, Consumer<ReportPage> right) {
        body.append("<div class='split'><div>\n");
        left.accept(this);
        body.append("</div><div>\n");
        right.accept(this);
        body.append("</div></div>\n");
        return this;
    }

    /** A paragraph. */
    public ReportPage paragraph(String text) {
        body.append("<p>" + Html.escape(text) + "</p>\n");
        return this;
    }

    /** A table whose first column names the rows; the others are right-aligned. */
    public ReportPage table(List<String> header, List<List<String>> rows) {
        body.append("<div class='wide'><table><thead><tr>");
        header.forEach(cell -> body.append("<th scope='col'>" + Html.escape(cell) + "</th>"));
        body.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            body.append("<tr><th scope='row'>" + Html.escape(row.get(0)) + "</th>");
            row.stream().skip(1).forEach(cell -> body.append("<td>" + Html.escape(cell) + "</td>"));
            body.append("</tr>");
        }
        body.append("</tbody></table></div>\n");
        return this;
    }

    /** Plots side by side where there is room. */
    public ReportPage plots(List<LinePlot> plots) {
        body.append("<div class='plots'>\n");
        plots.forEach(this::plot);
        body.append("</div>\n");
        return this;
    }

    private void plot(LinePlot plot) {
        body.append("<figure><h3>" + Html.escape(plot.title()) + "</h3>");
        body.append("<ul class='legend'>");
        for (int i = 0; i < plot.series().size(); i++) {
            String label = Html.escape(plot.series().get(i).label());
            body.append("<li class='c" + i + "'>" + label + "</li>");
        }
        body.append("</ul>" + PlotSvg.of(plot));
        body.append("<figcaption>" + Html.escape(plot.explanation()) + "</figcaption></figure>\n");
    }

    /**
     * A film or a picture, put into the page.
     *
     * @param file a GIF or a PNG
     */
    public ReportPage picture(Path file, String caption) {
        String kind = file.getFileName().toString().endsWith(".gif") ? "gif" : "png";
        String data;
        try {
            data = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        body.append("<figure class='picture'><img alt='" + Html.escape(caption) + "' ")
                .append("src='data:image/" + kind + ";base64," + data + "'>")
                .append("<figcaption>" + Html.escape(caption) + "</figcaption></figure>\n");
        return this;
    }

    /** Pictures side by side, each with its caption. */
    public ReportPage pictures(List<Path> files, Function<Path, String> caption) {
        body.append("<div class='pictures'>\n");
        files.forEach(file -> picture(file, caption.apply(file)));
        body.append("</div>\n");
        return this;
    }

    /** What a run was asked and what it ran on, folded away. */
    ReportPage asked(RunFolder folder, Map<String, String> versions) {
        try {
            folded("What was asked (config.yaml)", Files.readString(folder.configuration()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(
                "Versions",
                versions.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining("\n")));
    }

    /** Text that is folded away until it is asked for. */
    public ReportPage folded(String summary, String text) {
        body.append("<details><summary>" + Html.escape(summary) + "</summary>")
                .append("<pre>" + Html.escape(text) + "</pre></details>\n");
        return this;
    }

    /** The whole page. */
    public String html() {
        return "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'>\n"
                + "<meta name='viewport' content='width=device-width, initial-scale=1'>\n"
                + "<meta name='color-scheme' content='light dark'>\n"
                + ("<title>" + Html.escape(title) + "</title>\n")
                + ("<style>\n" + style() + "</style></head>\n")
                + ("<body><main>\n" + body + "</main></body></html>\n");
    }

    /** Writes the page in place of a file. */
    public void write(Path file) {
        Disk.write(file, html());
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
