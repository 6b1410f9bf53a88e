package dev.strait.envs.demonstration;

import java.util.ArrayList;
import java.util.List;

/** Numbers that come one by one, kept in blocks: nothing is copied until all are there. */
final class NumberBlocks {

    private static final int BLOCK = 1 << 14;

    private final List<double[]> full = new ArrayList<>();
    private double[] last = new double[0];
    private int used;

    void add(double value) {
        if (used == last.length) {
            if (used > 0) {
                full.add(last);
            }
            // Small first: most episodes of a table are short.
            last = new double[full.isEmpty() && used == 0 ? 256 : BLOCK];
            used = 0;
        }
        last[used++] = value;
    }

    int size() {
        return full.stream().mapToInt(block -> block.length).sum() + used;
    }

    /** All numbers in their order; afterwards there are none. */
    double[] take() {
        double[] all = new double[size()];
        int at = 0;
        for (double[] block : full) {
            System.arraycopy(block, 0, all, at, block.length);
            at += block.length;
        }
        System.arraycopy(last, 0, all, at, used);
        full.clear();
        last = new double[0];
        used = 0;
        return all;
    }
}
