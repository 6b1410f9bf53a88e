package dev.strait.envs.demonstration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The layouts in which people have demonstrations, named as {@code --format} names them. */
public enum DemonstrationFormat {
    /** {@link MinariHdf5}; the layout that Strait writes by default. */
    MINARI("minari", "Minari's HDF5: the dataset's folder or its main_data.hdf5", MinariHdf5::read),
    /** {@link ArrowLayouts#minari}. */
    MINARI_ARROW("minari-arrow", "Minari's Arrow: the dataset's folder", ArrowLayouts::minari),
    /** {@link ArrowLayouts#imitation}. */
    IMITATION_ARROW(
            "imitation-arrow",
            "the imitation library's folder, saved by HuggingFace datasets, or its .arrow file",
            ArrowLayouts::imitation),
    /** {@link NpzLayouts#imitation}. */
    IMITATION_NPZ(
            "imitation-npz",
            "npz of the imitation library before its HuggingFace folders (obs, acts, indices)",
            NpzLayouts::imitation),
    /** {@link NpzLayouts#episodes}. */
    EPISODES_NPZ(
            "episodes-npz",
            "npz with an index of episodes (obs, acts, episode_starts, episode_lengths)",
            NpzLayouts::episodes),
    /** {@link NpzLayouts#baselines}. */
    BASELINES_NPZ(
            "baselines-npz",
            "npz of OpenAI baselines' GAIL, episodes of equal length (obs, acs)",
            NpzLayouts::baselines),
    /** {@link NpzLayouts#stableBaselines}. */
    SB2_NPZ(
            "sb2-npz",
            "npz of Stable-Baselines 2's recorder (obs, actions, episode_starts)",
            NpzLayouts::stableBaselines),
    /** {@link NpzLayouts#ilpyt}. */
    ILPYT_NPZ(
            "ilpyt-npz",
            "npz of flat steps with ends marked (states, actions, rewards, dones)",
            NpzLayouts::ilpyt),
    /** {@link Hdf5Layouts#d4rl}. */
    D4RL(
            "d4rl",
            "D4RL's flat HDF5 (observations, actions, terminals, timeouts)",
            Hdf5Layouts::d4rl),
    /** {@link Hdf5Layouts#ikostrikov}. */
    IKOSTRIKOV(
            "ikostrikov",
            "HDF5 of GAIL's experts as ikostrikov uses it (obs_B_T_Do, len_B)",
            Hdf5Layouts::ikostrikov),
    /** {@link MlAgentsLayout}. */
    ML_AGENTS("ml-agents", "Unity ML-Agents' .demo, vector observations", MlAgentsLayout::read),
    /** {@link CsvLayout}. */
    CSV("csv", "CSV with a header (episode, obs_0, ..., action or action_0, ...)", CsvLayout::read);

    /** Reads one layout. */
    private interface Layout {
        Demonstrations read(Path path) throws IOException;
    }

    private final String label;
    private final String description;
    private final Layout layout;

    DemonstrationFormat(String label, String description, Layout layout) {
        this.label = label;
        this.description = description;
        this.layout = layout;
    }

    /** One line for a reader who has a file and wonders what it is. */
    public String description() {
        return description;
    }

    /** The format of this name; refuses another, and names all. */
    public static DemonstrationFormat named(String name) {
        for (DemonstrationFormat format : values()) {
            if (format.label.equals(name)) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                String.format("no format is named '%s', only %s", name, names()));
    }

    private static String names() {
        return Arrays.stream(values()).map(f -> f.label).collect(Collectors.joining(", "));
    }

    Demonstrations read(Path path) throws IOException {
        return layout.read(path);
    }

    /** The name, as {@code --format} takes it. */
    @Override
    public String toString() {
        return label;
    }
}
