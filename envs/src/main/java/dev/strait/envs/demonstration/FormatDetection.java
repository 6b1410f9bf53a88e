package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;
import static dev.strait.envs.file.ContainedReading.startsWith;

import dev.strait.envs.demonstration.container.ArrowBatch;
import dev.strait.envs.demonstration.container.ArrowTable;
import dev.strait.envs.demonstration.container.Hdf5;
import dev.strait.envs.demonstration.container.Npz;
import dev.strait.envs.demonstration.container.ValueBudget;
import dev.strait.envs.file.ContainedReading;
import dev.strait.envs.motion.MotionFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Finds out from what is in a file, never from its name, which layout it has. */
final class FormatDetection {

    private static final int HEAD = 4096;
    private static final String PARQUET =
            "its episodes are Parquet, which is not read: write them as HDF5 (in Minari,"
                    + " create_dataset_from_buffers with data_format='hdf5')";

    private FormatDetection() {}

    static DemonstrationFormat of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return ofFolder(path);
        }
        byte[] head = ContainedReading.head(path, HEAD);
        require(head.length > 0, "the file is empty");
        if (startsWith(head, "PK")) {
            return ofNpz(path);
        }
        if (startsWith(head, "\u0089HDF\r\n\u001a\n")) {
            return ofHdf5(path);
        }
        if (startsWith(head, "ARROW1") || startsWith(head, "\u00ff\u00ff\u00ff\u00ff")) {
            return ofArrow(path);
        }
        refuseKnown(head);
        if (MlAgentsLayout.isDemo(head)) {
            return DemonstrationFormat.ML_AGENTS;
        }
        if (CsvLayout.isCsv(new String(head, StandardCharsets.UTF_8))) {
            return DemonstrationFormat.CSV;
        }
        throw new IllegalArgumentException("its content is of no known format");
    }

    private static void refuseKnown(byte[] head) {
        require(!startsWith(head, "PAR1"), PARQUET);
        require(
                !(head[0] == (byte) 0x80 && head.length > 1 && head[1] >= 2 && head[1] <= 5),
                "it is a pickle, and pickles are never decoded: they run code");
        require(
                !startsWith(head, "\u0093NUMPY"),
                "it is a single npy array: demonstrations need an npz of several");
        require(
                !MotionFile.begins(head),
                "it is a motion clip, not demonstrations: name it with --motion");
    }

    private static DemonstrationFormat ofFolder(Path folder) throws IOException {
        if (Files.isRegularFile(folder.resolve("state.json"))) {
            return DemonstrationFormat.IMITATION_ARROW;
        }
        require(
                !Files.isRegularFile(folder.resolve("dataset_dict.json")),
                "the folder holds several splits: name the folder of one, such as 'train'");
        Path metadata = MinariFolder.data(folder).resolve("metadata.json");
        String format = MinariMetadata.read(metadata).dataFormat();
        require(!format.equals("parquet"), PARQUET);
        require(
                format.equals("hdf5") || format.equals("arrow"),
                "metadata.json has the unknown data_format '%s'",
                format);
        return format.equals("hdf5")
                ? DemonstrationFormat.MINARI
                : DemonstrationFormat.MINARI_ARROW;
    }

    private static DemonstrationFormat ofHdf5(Path path) throws IOException {
        Set<String> names = Hdf5.open(path, new ValueBudget()).names("");
        if (names.contains("episode_0")) {
            return DemonstrationFormat.MINARI;
        }
        if (names.contains("obs_B_T_Do")) {
            return DemonstrationFormat.IKOSTRIKOV;
        }
        if (names.contains("observations") && names.contains("terminals")) {
            return DemonstrationFormat.D4RL;
        }
        throw new IllegalArgumentException("an HDF5 file of no known layout: it has " + names);
    }

    private static DemonstrationFormat ofArrow(Path path) throws IOException {
        List<ArrowBatch> batches = ArrowTable.read(path).batches();
        require(
                !batches.isEmpty() && batches.get(0).find("obs").isPresent(),
                "an Arrow file without a column 'obs': name the folder of a Minari dataset");
        return DemonstrationFormat.IMITATION_ARROW;
    }

    private static DemonstrationFormat ofNpz(Path path) throws IOException {
        try (Npz npz = Npz.open(path, new ValueBudget())) {
            Set<String> names = npz.names();
            if (names.contains("indices") && names.contains("acts")) {
                return DemonstrationFormat.IMITATION_NPZ;
            }
            if (names.contains("episode_lengths")) {
                return DemonstrationFormat.EPISODES_NPZ;
            }
            if (names.contains("acs")) {
                return DemonstrationFormat.BASELINES_NPZ;
            }
            if (names.contains("episode_starts")) {
                return DemonstrationFormat.SB2_NPZ;
            }
            if (names.contains("dones")) {
                return DemonstrationFormat.ILPYT_NPZ;
            }
            require(
                    names.stream().noneMatch(name -> name.endsWith("data.pkl")),
                    "it is a PyTorch pickle, and pickles are never decoded: they run code");
            throw new IllegalArgumentException(
                    "an npz with the members " + names + " is of no known layout");
        }
    }
}
