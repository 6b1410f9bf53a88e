package dev.strait.envs.image.reading;

import static dev.strait.envs.image.reading.ImageFiles.cifar;
import static dev.strait.envs.image.reading.ImageFiles.counting;
import static dev.strait.envs.image.reading.ImageFiles.encoded;
import static dev.strait.envs.image.reading.ImageFiles.gray;
import static dev.strait.envs.image.reading.ImageFiles.gzip;
import static dev.strait.envs.image.reading.ImageFiles.idx;
import static dev.strait.envs.image.reading.ImageFiles.redAndBlue;

import dev.strait.envs.demonstration.container.NpzWriter;
import dev.strait.envs.file.Recipes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files and folders of pictures that must be refused. */
final class MalformedImages extends Recipes {

    private static final String TRAIN = "train-images-idx3-ubyte";
    private static final String LABELS = "train-labels-idx1-ubyte";
    private static final byte[] TWO = idx(counting(8), 2, 2, 2);

    MalformedImages() {
        anything();
        idxFiles();
        labels();
        cifarFiles();
        npzFiles();
        folders();
    }

    private void file(String name, String called, byte[] content) {
        add(name, folder -> Files.write(folder.resolve(called), content));
    }

    private void anything() {
        bytes("an empty file", new byte[0]);
        bytes("a single zero", new byte[1]);
        bytes("nothing but zeros", new byte[100_000]);
        text("prose", "It was a dark and stormy night.\n");
        bytes("a pickle", new byte[] {(byte) 0x80, 2, 0, 0, 0, 0, 0, 0});
        bytes("a single picture", encoded(redAndBlue(4, 4), "png"));
        bytes("a lone npy", "\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
        text("a MATLAB file", "MATLAB 5.0 MAT-file");
        bytes("a gzip of prose", gzip("once upon a time".getBytes(StandardCharsets.UTF_8)));
        add("a missing path", folder -> folder.resolve("nowhere"));
        add("an empty folder", folder -> folder);
        add(
                "a link to nothing",
                folder -> Files.createSymbolicLink(folder.resolve("l"), folder.resolve("none")));
        add(
                "a folder that holds itself",
                folder -> {
                    Files.createSymbolicLink(folder.resolve("again"), folder);
                    return folder;
                });
    }

    private void idxFiles() {
        file("IDX of a wrong magic", TRAIN, idx(0x12340803, counting(8), 2, 2, 2));
        file("IDX of floats", TRAIN, idx(0x0d03, counting(32), 2, 2, 2));
        file("IDX of no sizes", TRAIN, idx(0x0800, counting(8)));
        file("IDX of nine sizes", TRAIN, idx(0x0809, counting(8), 1, 1, 1, 1, 1, 1, 1, 1, 8));
        file("IDX of two sizes", TRAIN, idx(counting(8), 2, 4));
        file("IDX with a byte too few", TRAIN, Arrays.copyOf(TWO, TWO.length - 1));
        file("IDX with a byte too many", TRAIN, Arrays.copyOf(TWO, TWO.length + 1));
        file("IDX that ends in its sizes", TRAIN, Arrays.copyOf(TWO, 10));
        file("IDX without pictures", TRAIN, idx(new byte[0], 0, 28, 28));
        file("IDX of zero height", TRAIN, idx(new byte[0], 2, 0, 28));
        file("IDX of a negative size", TRAIN, idx(counting(8), 2, -2, -2));
        file("IDX that claims all there is", TRAIN, idx(counting(8), 1 << 30, 1 << 15, 1 << 15));
        file(
                "a gzip that claims two gigabytes",
                TRAIN + ".gz",
                gzip(idx(counting(8), 1 << 18, 64, 128)));
        file("a bomb", TRAIN + ".gz", gzip(idx(new byte[1 << 24], 2, 2, 2)));
        file("a gzip cut in half", TRAIN + ".gz", cut(gzip(idx(counting(4096), 4, 32, 32)), 2));
        file("a gzip cut in its head", TRAIN + ".gz", Arrays.copyOf(gzip(TWO), 5));
        byte[] damaged = gzip(idx(counting(4096), 4, 32, 32));
        damaged[damaged.length - 6] ^= 1;
        file("a gzip of a wrong checksum", TRAIN + ".gz", damaged);
        file("IDX of 4 channels", TRAIN, idx(counting(32), 2, 2, 2, 4));
        file("IDX of endless sides", TRAIN, idx(new byte[1 << 20], 1, 1, 1 << 20));
    }

    private static byte[] cut(byte[] whole, int parts) {
        return Arrays.copyOf(whole, whole.length / parts);
    }

    private void labelled(String name, byte[] images, byte[] labels) {
        add(
                name,
                folder -> {
                    Files.write(folder.resolve(TRAIN), images);
                    Files.write(folder.resolve(LABELS), labels);
                    return folder.resolve(TRAIN);
                });
    }

    private void labels() {
        labelled("fewer labels than pictures", TWO, idx(new byte[1], 1));
        labelled("more labels than pictures", TWO, idx(new byte[3], 3));
        file("labels alone", LABELS, idx(new byte[3], 3));
        add(
                "a folder of labels alone",
                folder -> {
                    Files.write(folder.resolve(LABELS), idx(new byte[3], 3));
                    return folder;
                });
        add(
                "two training sets",
                folder -> {
                    Files.write(folder.resolve("a-" + TRAIN), TWO);
                    Files.write(folder.resolve("b-" + TRAIN), TWO);
                    return folder;
                });
        add(
                "a folder in place of the pictures",
                folder -> {
                    Files.createDirectories(folder.resolve(TRAIN));
                    return folder;
                });
    }

    private void cifarFiles() {
        file("CIFAR of no bytes", "data_batch_1.bin", new byte[0]);
        file("CIFAR cut short", "data_batch_1.bin", Arrays.copyOf(cifar(1, 2), 6000));
        file("CIFAR with a byte too many", "data_batch_1.bin", Arrays.copyOf(cifar(1), 3074));
        file("CIFAR of class 10", "data_batch_1.bin", cifar(1, 10));
        file("CIFAR of class 255", "data_batch_1.bin", cifar(255));
        add(
                "CIFAR without training pictures",
                folder -> {
                    Files.write(folder.resolve("test_batch.bin"), cifar(1));
                    return folder;
                });
    }

    /** Fills an archive. */
    private interface Filling {
        void fill(NpzWriter npz) throws IOException;
    }

    private void npz(String name, Filling filling) {
        add(
                name,
                folder -> {
                    Path path = folder.resolve("pictures.npz");
                    try (NpzWriter npz = NpzWriter.create(path)) {
                        filling.fill(npz);
                    }
                    return path;
                });
    }

    private void images(String name, double level) {
        npz(name, npz -> npz.float64("images", new int[] {1, 2, 2}, new double[] {0, 0, 0, level}));
    }

    private void npzFiles() {
        npz("an npz without members", npz -> {});
        npz("an npz of another kind", npz -> npz.float64("acts", new int[] {1}, new double[1]));
        images("NaN in a picture", Double.NaN);
        images("infinity in a picture", Double.NEGATIVE_INFINITY);
        images("a level of 256", 256);
        images("a level of −2", -2);
        npz(
                "whole numbers below zero",
                npz -> npz.int64("images", new int[] {1, 1, 2}, new double[] {-1, 3}));
        npz("flattened pictures", npz -> npz.int64("images", new int[] {2, 4}, new double[8]));
        npz("5 channels", npz -> npz.int64("images", new int[] {1, 5, 2, 5}, new double[50]));
        npz("no pictures at all", npz -> npz.int64("images", new int[] {0, 2, 2}, new double[0]));
        npzLabels("a label of −1", new int[] {1}, -1);
        npzLabels("a label of a half", new int[] {1}, 0.5);
        npzLabels("a label of a million", new int[] {1}, 1e6);
        npzLabels("two labels for a picture", new int[] {2}, 0, 1);
        npzLabels("one-hot labels", new int[] {1, 2}, 0, 1);
        header("pickled pictures", "{'descr': '|O', 'fortran_order': False, 'shape': (1,2,2), }");
        header(
                "pictures in Fortran order",
                "{'descr': '|u1', 'fortran_order': True, 'shape': (1,2,2), }");
        header("text", "{'descr': '<U1', 'fortran_order': False, 'shape': (1,), }");
        header(
                "an npz that claims all there is",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (999999999,9999,9999), }");
        add(
                "an npz of a wrong checksum",
                folder -> {
                    Path path = folder.resolve("pictures.npz");
                    try (NpzWriter npz = NpzWriter.create(path)) {
                        npz.int64("images", new int[] {1, 1, 1}, new double[1]);
                    }
                    byte[] whole = Files.readAllBytes(path);
                    int directory = whole.length - 1;
                    while (whole[directory] != 'P' || whole[directory + 2] != 1) {
                        directory--;
                    }
                    whole[directory + 16] ^= 1;
                    return Files.write(path, whole);
                });
        bytes("an npz cut short", new byte[] {'P', 'K', 3, 4, 0, 0});
    }

    private void npzLabels(String name, int[] shape, double... labels) {
        npz(
                name,
                npz -> {
                    npz.int64("images", new int[] {1, 2, 2}, new double[4]);
                    npz.float64("labels", shape, labels);
                });
    }

    /** An archive whose member {@code images} has this header and four bytes. */
    private void header(String name, String header) {
        add(
                name,
                folder -> {
                    Path path = folder.resolve("pictures.npz");
                    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
                        zip.putNextEntry(new ZipEntry("images.npy"));
                        zip.write("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
                        zip.write(new byte[] {(byte) header.length(), 0});
                        zip.write(header.getBytes(StandardCharsets.US_ASCII));
                        zip.write(new byte[4]);
                    }
                    return path;
                });
    }

    private void picture(String name, String called, byte[] content) {
        add(
                name,
                folder -> {
                    Files.write(folder.resolve(called), content);
                    return folder;
                });
    }

    private void folders() {
        picture("prose that is called a picture", "a.png", "Once".getBytes(StandardCharsets.UTF_8));
        picture("an empty picture", "a.jpg", new byte[0]);
        picture("a kind that is not read", "a.webp", "RIFF".getBytes(StandardCharsets.UTF_8));
        for (String format : new String[] {"png", "jpg", "gif", "bmp"}) {
            byte[] whole = encoded(redAndBlue(64, 64), format);
            picture("a " + format + " of a head alone", "a." + format, Arrays.copyOf(whole, 20));
            picture("half a " + format, "a." + format, cut(whole, 2));
        }
        byte[] huge = encoded(redAndBlue(8, 8), "png");
        huge[16] = 0x7f;
        picture("a picture of two billion columns", "a.png", huge);
        byte[] flat = encoded(redAndBlue(8, 8), "bmp");
        Arrays.fill(flat, 18, 22, (byte) 0);
        picture("a picture without columns", "a.bmp", flat);
        add(
                "pictures of two sizes",
                folder -> {
                    Files.write(folder.resolve("a.png"), encoded(redAndBlue(8, 8), "png"));
                    Files.write(folder.resolve("b.png"), encoded(redAndBlue(9, 8), "png"));
                    return folder;
                });
        add(
                "gray pictures and coloured ones",
                folder -> {
                    Files.write(folder.resolve("a.png"), encoded(redAndBlue(8, 8), "png"));
                    Files.write(folder.resolve("b.png"), encoded(gray(8, 8, 9), "png"));
                    return folder;
                });
    }
}
