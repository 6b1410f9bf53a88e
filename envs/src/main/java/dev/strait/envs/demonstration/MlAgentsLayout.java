package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import dev.strait.envs.demonstration.container.ProtobufMessage;
import dev.strait.envs.demonstration.container.ValueBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Unity ML-Agents' {@code .demo}: a metadata message, from byte 33 on the brain's parameters, then
 * a message a step, each behind its length.
 *
 * <p>Record t holds observation t and action t; reward and end of that action are in record t+1, as
 * ML-Agents' own loader reads them. The record that tells an end was written after the world began
 * anew in older Unity releases (in ExpertBasic it shows the first position again), so it opens the
 * next episode and the ended one has no final observation. The file's last record is the final
 * observation of an episode that is still running; its action is left alone. Observations of
 * several sensors lie side by side in their order; continuous actions come before discrete ones.
 */
final class MlAgentsLayout {

    private static final int BRAIN_AT = 33;
    private static final long LARGEST = 192L << 20;

    private final ValueBudget budget = new ValueBudget();
    private final List<double[]> observations = new ArrayList<>();
    private final List<double[]> actions = new ArrayList<>();
    private final List<Double> rewards = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();
    private final boolean oldDiscrete;
    private boolean discrete;
    private int observationSize;
    private int actionSize;

    private MlAgentsLayout(ProtobufMessage brain) {
        this.oldDiscrete = brain.integer(6) == 0;
    }

    /** Whether these first bytes of a file are the metadata of a demonstration. */
    static boolean isDemo(byte[] head) {
        if (head.length <= BRAIN_AT || head[0] < 4 || head[0] >= BRAIN_AT) {
            return false;
        }
        try {
            ProtobufMessage meta = metadata(ByteBuffer.wrap(head));
            return meta.hasOnlyFieldsUpTo(5) && meta.integer(3) > 0 && meta.integer(1) <= 1;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static ProtobufMessage metadata(ByteBuffer bytes) {
        return ProtobufMessage.readDelimited("the metadata", bytes);
    }

    static Demonstrations read(Path path) throws IOException {
        require(Files.size(path) <= LARGEST, ".demo files beyond 192 MB are not read");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
        require(bytes.limit() > BRAIN_AT, "the .demo file is cut short in its metadata");
        ProtobufMessage meta = metadata(bytes);
        long version = meta.integer(1);
        require(
                version >= 0 && version <= 1,
                ".demo version %s is not read, only 0 and 1",
                version);
        bytes.position(BRAIN_AT);
        ProtobufMessage brain = ProtobufMessage.readDelimited("the brain's parameters", bytes);
        return new MlAgentsLayout(brain).records(bytes, meta.integer(3));
    }

    private Demonstrations records(ByteBuffer bytes, long count) {
        require(count >= 2, "the .demo file has %s records, but a step needs 2", count);
        for (long i = 0; i < count; i++) {
            require(
                    bytes.hasRemaining(),
                    "the metadata says %s records, but the file ends after %s",
                    count,
                    i);
            record(ProtobufMessage.readDelimited("record " + i, bytes), i, i == count - 1);
        }
        if (!actions.isEmpty()) {
            end(actions.size(), true, false);
        }
        return new Demonstrations(
                DemonstrationFormat.ML_AGENTS.toString(),
                Optional.empty(),
                observationSize,
                actionSize,
                discrete,
                episodes);
    }

    private void record(ProtobufMessage record, long number, boolean isLast) {
        ProtobufMessage info = record.message(1);
        if (!observations.isEmpty()) {
            rewards.add(info.real(7) + info.real(15));
        }
        if (info.integer(8) != 0) {
            require(number > 0, "record 0 ends an episode that has not begun");
            boolean cut = info.integer(9) != 0;
            end(actions.size(), false, !cut);
        }
        double[] seen = observation(info, number);
        observationSize = number == 0 ? seen.length : observationSize;
        requireSize(number, "observation", seen, observationSize);
        observations.add(seen);
        if (!isLast) {
            double[] taken = action(record.message(2), number);
            actionSize = number == 0 ? taken.length : actionSize;
            requireSize(number, "action", taken, actionSize);
            actions.add(taken);
        }
    }

    private static void requireSize(long number, String what, double[] values, int size) {
        require(
                values.length == size && size > 0,
                "record %s has %s size %s, but record 0 has %s",
                number,
                what,
                values.length,
                size);
    }

    private double[] observation(ProtobufMessage info, long number) {
        List<double[]> sensors = new ArrayList<>();
        for (ProtobufMessage sensor : info.messages(13)) {
            require(
                    sensor.integer(2) == 0,
                    "record %s has a picture as observation, which is not read",
                    number);
            sensors.add(sensor.message(4).reals(1));
        }
        return joined("observation", sensors);
    }

    private double[] action(ProtobufMessage action, long number) {
        double[] old = action.reals(1);
        double[] continuous = old.length > 0 && !oldDiscrete ? old : action.reals(6);
        double[] indices = old.length > 0 && oldDiscrete ? old : action.integers(7);
        boolean whole = continuous.length == 0;
        require(number == 0 || whole == discrete, "record %s changes the kind of action", number);
        discrete = whole;
        return joined("action", List.of(continuous, indices));
    }

    private double[] joined(String name, List<double[]> parts) {
        int size = parts.stream().mapToInt(part -> part.length).sum();
        double[] joined = new double[budget.take(name, new int[] {size})];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    /** Makes an episode of the first {@code steps} records, and keeps none of them. */
    private void end(int steps, boolean hasFinal, boolean terminated) {
        double[] seen = Rows.flat(observations.subList(0, hasFinal ? steps + 1 : steps));
        double[] taken = Rows.flat(actions.subList(0, steps));
        double[] earned = rewards.stream().mapToDouble(Double::doubleValue).toArray();
        episodes.add(new Episode(steps, seen, taken, earned, terminated, !terminated));
        if (!hasFinal) {
            observations.clear();
            actions.clear();
            rewards.clear();
        }
    }
}
