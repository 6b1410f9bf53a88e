package dev.strait.envs;

import static dev.strait.envs.Require.require;

import dev.strait.envs.classic.ClassicControl;
import dev.strait.envs.locomotion.Locomotion;
import dev.strait.envs.maze.Mazes;
import dev.strait.envs.mimic.MimicWorlds;
import dev.strait.envs.probe.Probes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The worlds known by id: those of Gymnasium, and what a program registers beside them. */
public final class Environments {

    private static final Map<String, EnvironmentSpec> SPECS = new ConcurrentSkipListMap<>();

    static {
        ClassicControl.specs().forEach(Environments::register);
        Mazes.specs().forEach(Environments::register);
        Locomotion.specs().forEach(Environments::register);
        MimicWorlds.specs().forEach(Environments::register);
        Probes.specs().forEach(Environments::register);
    }

    private Environments() {}

    /**
     * Makes one environment.
     *
     * @throws IllegalArgumentException if no world has this id, naming the nearest one
     */
    public static Environment make(String id) {
        return new Environment(spec(id));
    }

    /** Makes {@code count} copies, stepped together by the calling thread. */
    public static VectorEnvironment makeVector(String id, int count) {
        return makeVector(id, count, 1);
    }

    /**
     * Makes {@code count} copies, stepped together.
     *
     * @param count N, at least 1
     * @param threads at least 1; more than one is used only where the world is {@link
     *     EnvironmentSpec#dear}; what is computed does not depend on it
     * @throws IllegalArgumentException if no world has this id, naming the nearest one
     */
    public static VectorEnvironment makeVector(String id, int count, int threads) {
        return makeVector(spec(id), count, threads);
    }

    /** As {@link #makeVector(String, int, int)}, for a world that need not be registered. */
    public static VectorEnvironment makeVector(EnvironmentSpec spec, int count, int threads) {
        require(count >= 1, "count must be at least 1, but was %s", count);
        require(threads >= 1, "threads must be at least 1, but was %s", threads);
        return new BatchedEnvironment(spec, count, spec.dear() ? Math.min(threads, count) : 1);
    }

    /**
     * The specification of an id. That of a world with a motion clip of one's own has the clip
     * behind a colon, as {@link MimicWorlds} says.
     *
     * @throws IllegalArgumentException if no world has this id, naming the nearest one
     */
    public static EnvironmentSpec spec(String id) {
        if (followsOwnClip(id)) {
            return MimicWorlds.spec(kind(id), clip(id).orElseThrow());
        }
        EnvironmentSpec spec = SPECS.get(id);
        require(spec != null, "no world is called '%s'; did you mean '%s'?", id, nearest(id));
        return spec;
    }

    /** The id of a world with whichever clip: that of its kind, which settings are tuned for. */
    public static String kind(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }

    /** The clip behind the colon of an id. */
    public static Optional<String> clip(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(id.substring(colon + 1));
    }

    /** Whether {@link #spec} finds a world of this id, whatever its clip. */
    public static boolean knows(String id) {
        return SPECS.containsKey(id) || followsOwnClip(id);
    }

    private static boolean followsOwnClip(String id) {
        return clip(id).isPresent() && MimicWorlds.KINDS.contains(kind(id));
    }

    /** All ids in alphabetical order. */
    public static List<String> ids() {
        return List.copyOf(SPECS.keySet());
    }

    /**
     * Makes a world known by its id.
     *
     * @throws IllegalArgumentException if the id is taken
     */
    public static void register(EnvironmentSpec spec) {
        EnvironmentSpec earlier = SPECS.putIfAbsent(spec.id(), spec);
        require(earlier == null, "a world called '%s' is already registered", spec.id());
    }

    private static String nearest(String id) {
        return SPECS.keySet().stream()
                .min(Comparator.comparingInt(known -> editDistance(id, known)))
                .orElseThrow();
    }

    /** Levenshtein's distance, letters compared without regard to case. */
    static int editDistance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substituted = diagonal + (same(from.charAt(i - 1), to.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
