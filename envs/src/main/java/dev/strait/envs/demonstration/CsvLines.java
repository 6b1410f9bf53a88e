package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lines of a text, none longer than a megabyte: a file without line ends is not held in memory. */
final class CsvLines {

    private static final int LONGEST = 1 << 20;

    private final BufferedReader reader;
    private int number;

    CsvLines(BufferedReader reader) {
        this.reader = reader;
    }

    /** Opens a text; bytes that are no UTF-8 become a sign that no number has. */
    static BufferedReader open(Path path) throws IOException {
        return new BufferedReader(
                new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8), 1 << 16);
    }

    /** The next line without its end, or null after the last. */
    String next() throws IOException {
        int first = reader.read();
        if (first < 0) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder();
        for (int c = first; c >= 0 && c != '\n'; c = reader.read()) {
            require(line.length() < LONGEST, "line %s is longer than a megabyte", number);
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Which line {@link #next} gave, counted from 1. */
    int number() {
        return number;
    }
}
