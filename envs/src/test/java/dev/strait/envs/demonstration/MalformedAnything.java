package dev.strait.envs.demonstration;

import dev.strait.envs.file.Recipes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Files of any format, and things that are no files, that must be refused. */
final class MalformedAnything extends Recipes {

    MalformedAnything() {
        anything();
        for (DemonstrationFormat format : DemonstrationFormat.values()) {
            truncations(format);
        }
    }

    private void anything() {
        bytes("an empty file", new byte[0]);
        bytes("a single zero", new byte[1]);
        bytes("nothing but zeros", new byte[100_000]);
        bytes("a pickle", new byte[] {(byte) 0x80, 4, (byte) 0x95, 0, 0, 0, 0, 0, 0, 0, 0});
        text("prose", "It was a dark and stormy night.\n");
        text("parquet", "PAR1 and so on PAR1");
        bytes(
                "a lone npy",
                MalformedNpz.npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", 8));
        text("json", "{\"obs_0\": 1}");
        add("a missing file", folder -> folder.resolve("nowhere"));
        add("an empty folder", folder -> folder);
        add(
                "a folder of folders",
                folder -> Files.createDirectories(folder.resolve("a/b")).getParent());
        add(
                "a link to itself",
                folder -> {
                    Path link = folder.resolve("loop");
                    return Files.createSymbolicLink(link, link);
                });
        add(
                "a link to nothing",
                folder -> Files.createSymbolicLink(folder.resolve("l"), folder.resolve("none")));
        add(
                "a file in the place of a folder",
                folder -> {
                    Files.writeString(folder.resolve("data"), "not a folder");
                    return folder;
                });
        add(
                "a folder in the place of a file",
                folder -> {
                    Files.createDirectories(folder.resolve("metadata.json"));
                    return folder;
                });
        bytes("a name that lasts for ever", "x".repeat(300).getBytes(StandardCharsets.UTF_8));
    }

    /** Cuts every file of a format short, at eight places and just before its end. */
    private void truncations(DemonstrationFormat format) {
        if (format == DemonstrationFormat.CSV) {
            return; // A shorter table is a table.
        }
        for (int eighth = 0; eighth <= 8; eighth++) {
            int part = eighth;
            add(
                    format + " cut at " + eighth + "/8",
                    folder -> {
                        Path path = FormatFiles.write(format, folder);
                        for (Path file : Corruption.dataFiles(path)) {
                            byte[] whole = Files.readAllBytes(file);
                            int length = part == 8 ? whole.length - 1 : whole.length * part / 8;
                            Files.write(file, Arrays.copyOf(whole, length));
                        }
                        return path;
                    });
        }
    }
}
