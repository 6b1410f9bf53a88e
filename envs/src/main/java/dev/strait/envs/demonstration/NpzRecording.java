package dev.strait.envs.demonstration;

import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.demonstration.container.NpzWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Writes the two npz layouts that hold everything {@link Demonstrations} has. */
final class NpzRecording {

    private final Demonstrations demonstrations;
    private final List<Episode> episodes;
    private final int steps;

    private NpzRecording(Demonstrations demonstrations) {
        this.demonstrations = demonstrations;
        this.episodes = demonstrations.episodes();
        this.steps = demonstrations.steps();
    }

    /**
     * {@code imitation}'s older layout. Its reader also wants {@code infos}, an entry a step: these
     * are texts, since its own are pickled objects. {@code truncated} and {@code environment_id}
     * say what that layout leaves out.
     */
    static void imitation(Path path, Demonstrations demonstrations, DatasetDescription description)
            throws IOException {
        MinariWriter.requireComplete(demonstrations, DemonstrationFormat.IMITATION_NPZ);
        NpzRecording recording = new NpzRecording(demonstrations);
        try (NpzWriter npz = NpzWriter.create(path)) {
            recording.observations(npz, Episode::observations);
            recording.actionsAndRewards(npz);
            double[] cuts = new double[recording.episodes.size() - 1];
            for (int i = 0, at = 0; i < cuts.length; i++) {
                at += recording.episodes.get(i).length();
                cuts[i] = at;
            }
            npz.int64("indices", new int[] {cuts.length}, cuts);
            recording.flags(npz, "terminal", Episode::terminated);
            recording.flags(npz, "truncated", Episode::truncated);
            npz.text("infos", recording.steps, "{}");
            recording.environment(npz, description);
        }
    }

    /** Arrays with an index of episodes; final observations and actions where there are any. */
    static void episodes(Path path, Demonstrations demonstrations, DatasetDescription description)
            throws IOException {
        NpzRecording recording = new NpzRecording(demonstrations);
        int size = demonstrations.observationSize();
        try (NpzWriter npz = NpzWriter.create(path)) {
            recording.observations(npz, episode -> part(episode, 0, episode.length(), size));
            recording.actionsAndRewards(npz);
            double[] starts = new double[recording.episodes.size()];
            double[] lengths = new double[starts.length];
            for (int i = 0, at = 0; i < starts.length; i++) {
                starts[i] = at;
                lengths[i] = recording.episodes.get(i).length();
                at += recording.episodes.get(i).length();
            }
            npz.int64("episode_starts", new int[] {starts.length}, starts);
            npz.int64("episode_lengths", new int[] {starts.length}, lengths);
            recording.flags(npz, "terminated", Episode::terminated);
            recording.flags(npz, "truncated", Episode::truncated);
            if (recording.episodes.stream().allMatch(e -> e.hasFinalObservation(size))) {
                recording.numbers(
                        npz, "final_obs", size, e -> part(e, e.length(), e.length() + 1, size));
            }
            recording.environment(npz, description);
        }
    }

    private static double[] part(Episode episode, int from, int to, int size) {
        return Arrays.copyOfRange(episode.observations(), from * size, to * size);
    }

    private void observations(NpzWriter npz, Function<Episode, double[]> part) throws IOException {
        numbers(npz, "obs", demonstrations.observationSize(), part);
    }

    private void actionsAndRewards(NpzWriter npz) throws IOException {
        int size = demonstrations.actionSize();
        if (demonstrations.discreteActions()) {
            double[] actions = joined(Episode::actions);
            npz.int64("acts", size == 1 ? new int[] {steps} : new int[] {steps, size}, actions);
        } else if (size > 0) {
            numbers(npz, "acts", size, Episode::actions);
        }
        if (episodes.stream().allMatch(episode -> episode.rewards() != null)) {
            npz.float64("rews", new int[] {steps}, joined(Episode::rewards));
        }
    }

    private void flags(NpzWriter npz, String name, Function<Episode, Boolean> flag)
            throws IOException {
        double[] flags = episodes.stream().mapToDouble(e -> flag.apply(e) ? 1 : 0).toArray();
        npz.booleans(name, new int[] {flags.length}, flags);
    }

    private void environment(NpzWriter npz, DatasetDescription description) throws IOException {
        String id =
                description
                        .environment()
                        .map(EnvironmentSpec::id)
                        .or(demonstrations::environmentId)
                        .orElse("");
        if (!id.isEmpty()) {
            npz.text("environment_id", -1, id);
        }
    }

    private void numbers(NpzWriter npz, String name, int size, Function<Episode, double[]> part)
            throws IOException {
        double[] values = joined(part);
        int[] shape = {values.length / size, size};
        if (Precision.isSingle(episodes, part)) {
            npz.float32(name, shape, values);
        } else {
            npz.float64(name, shape, values);
        }
    }

    private double[] joined(Function<Episode, double[]> part) {
        List<double[]> parts = new ArrayList<>();
        for (Episode episode : episodes) {
            parts.add(part.apply(episode));
        }
        double[] joined = new double[parts.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (double[] values : parts) {
            System.arraycopy(values, 0, joined, at, values.length);
            at += values.length;
        }
        return joined;
    }
}
