package dev.strait.envs.demonstration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The layouts in which people have demonstrations, named as {@code --format} names them. */
public enum DemonstrationFormat {
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
            NpzLayouts::ilpyt);

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
