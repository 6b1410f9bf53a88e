package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses HDF5 files whose B-trees (version 1) are no trees. A node that is its own descendant, or
 * the child of many parents, takes a reader forever to walk through a few kilobytes; in a tree
 * every child has one parent and lies exactly one level lower.
 *
 * <p>Nodes are found by their signature, so numbers that happen to spell it are looked at too: only
 * a pointer from one such place to another can be at fault, which numbers do not have by chance.
 */
final class Hdf5Trees {

    private static final int TREE = 0x45455254;
    private static final int SYMBOLS = 0x444f4e53;
    private static final int HEADER = 24;
    private static final int MOST_LEVELS = 64;
    private static final int MOST_AXES = 32;

    private final ByteBuffer bytes;
    private final Set<Long> children = new HashSet<>();

    private Hdf5Trees(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static void check(ByteBuffer file) {
        ByteBuffer bytes = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        Hdf5Trees trees = new Hdf5Trees(bytes);
        for (int at = 0; at + HEADER <= bytes.limit(); at++) {
            if (bytes.get(at) == 'T' && bytes.getInt(at) == TREE) {
                trees.checkNode(at);
            }
        }
    }

    private void checkNode(int at) {
        int kind = bytes.get(at + 4);
        int level = bytes.get(at + 5) & 0xff;
        if (kind == 0 && level <= MOST_LEVELS) {
            checkChildren(at, level, 8);
        } else if (kind == 1 && level > 0 && level <= MOST_LEVELS) {
            checkChildren(at, level, chunkKeyBytes(at));
        }
    }

    /**
     * A chunk's key is its size, its filters, and an offset for each axis and for the bytes of an
     * element. The node does not say how many axes there are; its first key is all zeros after the
     * filters, so the first pointer is the first thing that leads to a node.
     */
    private int chunkKeyBytes(int at) {
        int most = 8 * (MOST_AXES + 2);
        for (int keyBytes = 8 * 3; keyBytes < most; keyBytes += 8) {
            if (at + HEADER + keyBytes + 8 <= bytes.limit()) {
                long child = bytes.getLong(at + HEADER + keyBytes);
                if (isInside(child) && bytes.getInt((int) child) == TREE) {
                    return keyBytes;
                }
            }
        }
        return most;
    }

    private boolean isInside(long address) {
        return address >= 0 && address + HEADER <= bytes.limit();
    }

    private void checkChildren(int at, int level, int keyBytes) {
        int entries = bytes.getShort(at + 6) & 0xffff;
        for (int i = 0; i < entries; i++) {
            long pointer = at + HEADER + (long) i * (keyBytes + 8) + keyBytes;
            if (pointer + 8 > bytes.limit()) {
                return;
            }
            long child = bytes.getLong((int) pointer);
            if (!isInside(child)) {
                continue;
            }
            int signature = bytes.getInt((int) child);
            if (signature == TREE) {
                int below = bytes.get((int) child + 5) & 0xff;
                require(
                        below == level - 1,
                        "the HDF5 structure is damaged (a B-tree node of level %s has a child of"
                                + " level %s)",
                        level,
                        below);
            }
            if (signature == TREE || signature == SYMBOLS && level == 0) {
                boolean first = children.add(child);
                require(first, "the HDF5 structure is damaged (a B-tree node has two parents)");
            }
        }
    }
}
