package dev.strait.envs.demonstration;

import dev.strait.envs.demonstration.container.NpzWriter;
import dev.strait.envs.file.Recipes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives that must be refused. */
final class MalformedNpz extends Recipes {

    MalformedNpz() {
        npz();
        npyHeaders();
    }

    /** Fills an archive. */
    private interface Filling {
        void fill(NpzWriter npz) throws IOException;
    }

    private void npz(String name, Filling filling) {
        add(
                name,
                folder -> {
                    Path path = folder.resolve("file.npz");
                    try (NpzWriter npz = NpzWriter.create(path)) {
                        filling.fill(npz);
                    }
                    return path;
                });
    }

    private static void ilpyt(NpzWriter npz, double observation, double reward) throws IOException {
        double[] observations = FormatFiles.counting(4);
        observations[3] = observation;
        npz.float64("states", new int[] {2, 2}, observations);
        npz.int64("actions", new int[] {2}, new double[2]);
        npz.float64("rewards", new int[] {2}, new double[] {0, reward});
        npz.booleans("dones", new int[] {2}, new double[] {0, 1});
    }

    private void npz() {
        npz("an npz without members", npz -> {});
        npz("an npz of another kind", npz -> npz.float64("weights", new int[] {1}, new double[1]));
        npz("NaN in an observation", npz -> ilpyt(npz, Double.NaN, 0));
        npz("infinity in an observation", npz -> ilpyt(npz, Double.POSITIVE_INFINITY, 0));
        npz("NaN in a reward", npz -> ilpyt(npz, 0, Double.NaN));
        npz(
                "NaN in an action",
                npz -> {
                    npz.float64("states", new int[] {1, 1}, new double[1]);
                    npz.float64("actions", new int[] {1, 1}, new double[] {Double.NaN});
                    npz.booleans("dones", new int[] {1}, new double[] {1});
                });
        npz(
                "fewer actions than observations",
                npz -> {
                    npz.float64("states", new int[] {3, 1}, new double[3]);
                    npz.int64("actions", new int[] {2}, new double[2]);
                    npz.booleans("dones", new int[] {3}, new double[3]);
                });
        npz(
                "no steps",
                npz -> {
                    npz.float64("states", new int[] {0, 2}, new double[0]);
                    npz.int64("actions", new int[] {0}, new double[0]);
                    npz.booleans("dones", new int[] {0}, new double[0]);
                });
        npz(
                "observations of no size",
                npz -> {
                    npz.float64("states", new int[] {2, 0}, new double[0]);
                    npz.int64("actions", new int[] {2}, new double[2]);
                    npz.booleans("dones", new int[] {2}, new double[2]);
                });
        npz(
                "a flag of 7",
                npz -> {
                    npz.float64("states", new int[] {1, 1}, new double[1]);
                    npz.int64("actions", new int[] {1}, new double[1]);
                    npz.int64("dones", new int[] {1}, new double[] {7});
                });
        npz(
                "text for numbers",
                npz -> {
                    npz.text("states", 2, "ab");
                    npz.int64("actions", new int[] {2}, new double[2]);
                    npz.booleans("dones", new int[] {2}, new double[2]);
                });
        npz("a missing member", npz -> npz.booleans("dones", new int[] {1}, new double[] {1}));
        imitation("cuts beyond the end", 5, new double[] {9}, 2);
        imitation("cuts that run backwards", 5, new double[] {4, 2}, 3);
        imitation("a negative cut", 5, new double[] {-1}, 2);
        imitation("more episodes than cuts", 5, new double[] {2}, 3);
        imitation("observations without final ones", 5, new double[] {2}, 2, 5);
        npz(
                "episodes that overlap the end",
                npz -> {
                    npz.float64("obs", new int[] {4, 1}, new double[4]);
                    npz.int64("acts", new int[] {4}, new double[4]);
                    npz.int64("episode_starts", new int[] {2}, new double[] {0, 2});
                    npz.int64("episode_lengths", new int[] {2}, new double[] {2, 2_000_000_000});
                    npz.booleans("terminated", new int[] {2}, new double[2]);
                    npz.booleans("truncated", new int[] {2}, new double[2]);
                });
        npz(
                "final observations of another size",
                npz -> {
                    npz.float64("obs", new int[] {2, 1}, new double[2]);
                    npz.int64("acts", new int[] {2}, new double[2]);
                    npz.int64("episode_starts", new int[] {1}, new double[1]);
                    npz.int64("episode_lengths", new int[] {1}, new double[] {2});
                    npz.booleans("terminated", new int[] {1}, new double[1]);
                    npz.booleans("truncated", new int[] {1}, new double[1]);
                    npz.float64("final_obs", new int[] {1, 3}, new double[3]);
                });
        npz(
                "baselines with other rewards",
                npz -> {
                    npz.float64("obs", new int[] {1, 2, 1}, new double[2]);
                    npz.float64("acs", new int[] {1, 2, 1}, new double[2]);
                    npz.float64("rews", new int[] {1, 3}, new double[3]);
                });
        npz(
                "starts without a beginning",
                npz -> {
                    npz.float64("obs", new int[] {2, 1}, new double[2]);
                    npz.int64("actions", new int[] {2, 1}, new double[2]);
                    npz.booleans("episode_starts", new int[] {2}, new double[2]);
                });
        add("a PyTorch archive", folder -> zip(folder, "archive/data.pkl", new byte[100]));
        add("a zip of pictures", folder -> zip(folder, "cat.png", new byte[100]));
    }

    private void imitation(String name, int steps, double[] cuts, int episodes) {
        imitation(name, steps, cuts, episodes, steps + episodes);
    }

    private void imitation(String name, int steps, double[] cuts, int episodes, int rows) {
        npz(
                name,
                npz -> {
                    npz.float64("obs", new int[] {rows, 1}, new double[rows]);
                    npz.int64("acts", new int[] {steps}, new double[steps]);
                    npz.int64("indices", new int[] {cuts.length}, cuts);
                    npz.booleans("terminal", new int[] {episodes}, new double[episodes]);
                });
    }

    private static Path zip(Path folder, String member, byte[] content) throws IOException {
        Path path = folder.resolve("file.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry(member));
            zip.write(content);
            zip.closeEntry();
        }
        return path;
    }

    /** An archive that has 'dones' and 'actions', and 'states' from these bytes. */
    private void states(String name, byte[] content) {
        add(name, folder -> zip(folder, content));
    }

    private static Path zip(Path folder, byte[] states) throws IOException {
        Path path = folder.resolve("file.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry("dones.npy"));
            zip.write(npy("{'descr': '|b1', 'fortran_order': False, 'shape': (1,), }", 1));
            zip.putNextEntry(new ZipEntry("actions.npy"));
            zip.write(npy("{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }", 8));
            zip.putNextEntry(new ZipEntry("states.npy"));
            zip.write(states);
            zip.closeEntry();
        }
        return path;
    }

    static byte[] npy(String header, int dataBytes) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.allocate(10 + text.length + dataBytes);
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        bytes.putShort((short) text.length).put(text);
        return bytes.array();
    }

    private void npyHeaders() {
        String start = "{'descr': '<f8', 'fortran_order': False, 'shape': ";
        states(
                "a pickled member",
                npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}", 9));
        states(
                "complex numbers",
                npy("{'descr': '<c16', 'fortran_order': False, 'shape': (1,)}", 16));
        states(
                "records",
                npy("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}", 8));
        states(
                "a type of 3 bytes",
                npy("{'descr': '<i3', 'fortran_order': False, 'shape': (1,)}", 3));
        states("a shape beyond memory", npy(start + "(999999999, 999999999), }", 8));
        states("a shape beyond 2^63", npy(start + "(999999999, 999999999, 999999999), }", 8));
        states("a shape of many digits", npy(start + "(99999999999999999999,), }", 8));
        states("a negative shape", npy(start + "(-1,), }", 8));
        states("a shape of 40 sizes", npy(start + "(" + "1, ".repeat(40) + "), }", 8));
        states("a shape of words", npy(start + "(one,), }", 8));
        states("too little data", npy(start + "(100,), }", 8));
        states("too much data", npy(start + "(1,), }", 800));
        states("a bomb behind the data", npy(start + "(1,), }", 50_000_000));
        states("a bomb in the shape", npy(start + "(30000000,), }", 240_000_000));
        states("a header without a shape", npy("{'descr': '<f8', 'fortran_order': False}", 8));
        states("an npy of version 9", withByte(npy(start + "(1,), }", 8), 6, 9));
        states("an npy without its magic", withByte(npy(start + "(1,), }", 8), 0, 0));
        states("an npy of 3 bytes", new byte[3]);
        states("an npy of no bytes", new byte[0]);
        states("a header that lasts for ever", withByte(npy(start + "(1,), }", 8), 9, 0x7f));
        states("a number alone", npy(start + "(), }", 8));
    }

    private static byte[] withByte(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }
}
