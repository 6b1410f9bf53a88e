package dev.strait.demos.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

    private static final LinePlot PLOT =
            new LinePlot(
                    "A < B",
                    "Why & how.",
                    "steps",
                    List.of(new Series("one", new double[] {0, 1}, new double[] {1, 2})),
                    List.of());

    private static String whole() {
        return ReportPage.titled("T & U", "sub <title>")
                .verdict("good")
                .heading("H")
                .paragraph("p")
                .table(List.of("", "n"), List.of(List.of("row", "1")))
                .split(left -> left.paragraph("left"), right -> right.paragraph("right"))
                .plots(List.of(PLOT))
                .folded("more", "a: <b>")
                .html();
    }

    /** Every opening tag is closed in order; void elements and the doctype aside. */
    @Test
    void shouldCloseWhatItOpens() {
        String html = whole().replaceAll("(?s)<style>.*?</style>", "");
        Matcher tags = Pattern.compile("<(/?)([a-z0-9]+)([^>]*)>").matcher(html);
        ArrayDeque<String> open = new ArrayDeque<>();
        while (tags.find()) {
            String name = tags.group(2);
            if (List.of("meta", "img").contains(name) || tags.group(3).endsWith("/")) {
                continue;
            } else if (tags.group(1).isEmpty()) {
                open.push(name);
            } else {
                assertEquals(open.pop(), name);
            }
        }
        assertTrue(open.isEmpty(), open.toString());
    }

    @Test
    void shouldShowTextAsText() {
        String html = whole();

        assertTrue(html.contains("<title>T &amp; U</title>"));
        assertTrue(html.contains("sub &lt;title&gt;"));
        assertTrue(html.contains("<h3>A &lt; B</h3>"));
        assertTrue(html.contains("<pre>a: &lt;b&gt;</pre>"));
    }

    @Test
    void shouldFollowLightAndDark() {
        String html = whole();

        assertTrue(html.contains("prefers-color-scheme: dark"));
        assertTrue(html.contains("content='light dark'"));
        for (int colour = 0; colour < LinePlot.COLOURS; colour++) {
            int defined = html.split("--c" + colour + ": #", -1).length - 1;
            assertEquals(2, defined, "colour " + colour + " is defined for light and for dark");
        }
    }

    @Test
    void shouldCarryItsPictures(@TempDir Path folder) throws IOException {
        Path png = Files.write(folder.resolve("a.png"), new byte[] {1, 2, 3});

        String html = ReportPage.titled("t", "").picture(png, "it's").html();

        assertTrue(html.contains("alt='it&#39;s' src='data:image/png;base64,AQID'"), html);
    }

    @Test
    void shouldBeWrittenWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");

        ReportPage.titled("β", "").write(file);

        assertTrue(Files.readString(file).contains("<h1>β</h1>"), "in UTF-8");
    }
}
