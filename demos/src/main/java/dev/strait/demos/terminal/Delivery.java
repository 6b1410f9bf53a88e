package dev.strait.demos.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Remembers why what was printed did not get through, which a {@code PrintWriter} keeps to itself:
 * a result that a full disk swallowed must not end as done.
 */
public final class Delivery extends FilterOutputStream {

    private IOException first;

    /**
     * @param out written through, unbuffered
     */
    public Delivery(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            if (first == null) {
                first = e;
            }
            throw e;
        }
    }

    /** What went wrong first; a reader that had enough, such as {@code head}, is no failure. */
    public Optional<String> failure() {
        return Optional.ofNullable(first)
                .map(e -> String.valueOf(e.getMessage()))
                .filter(reason -> !reason.toLowerCase(Locale.ROOT).contains("pipe"));
    }
}
