package dev.strait.envs.motion;

import static dev.strait.envs.Require.require;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * DeepMimic's clips (Peng et al. 2018, {@code data/motions}): a JSON object whose {@code Frames}
 * are rows of a duration in seconds and a pose, and whose {@code Loop} is {@code wrap} or {@code
 * none}, which it is where it is left out. The duration of the last frame is not used.
 */
final class DeepMimicClip {

    private static final int ROW = 1 + Pose.WIDTH;

    /** JSON proper has no NaN; it is read all the same, to say where it is. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private DeepMimicClip() {}

    static MotionClip parse(String name, String text) {
        JsonNode root = tree(text);
        JsonNode frames = root.get("Frames");
        require(frames != null, "it has no \"Frames\"");
        require(frames.isArray(), "\"Frames\" must be a list of rows");
        require(frames.size() >= 2, "a motion needs at least 2 frames, but has %s", frames.size());
        double[] times = new double[frames.size()];
        List<Pose> poses = new ArrayList<>(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            double[] row = row(frames.get(i), i);
            if (i < frames.size() - 1) {
                require(row[0] > 0, "frame %s lasts %s s; it must be above 0", i, row[0]);
                times[i + 1] = times[i] + row[0];
            }
            poses.add(pose(row, i));
        }
        return new MotionClip(name, looping(root), times, poses);
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException(
                    "it is damaged JSON: " + damaged.getOriginalMessage(), damaged);
        }
    }

    private static boolean looping(JsonNode root) {
        JsonNode loop = root.path("Loop");
        String told = loop.isMissingNode() ? "none" : loop.asText();
        require(
                told.equals("wrap") || told.equals("none"),
                "\"Loop\" is '%s', but can be 'wrap' or 'none'",
                told);
        return told.equals("wrap");
    }

    private static double[] row(JsonNode frame, int index) {
        require(frame.isArray(), "frame %s is not a list of numbers", index);
        require(
                frame.size() == ROW,
                "frame %s has %s numbers, but the humanoid's have %s: duration, root position,"
                        + " root quaternion, and 12 joints",
                index,
                frame.size(),
                ROW);
        double[] row = new double[ROW];
        for (int j = 0; j < ROW; j++) {
            require(frame.get(j).isNumber(), "number %s of frame %s is no number", j, index);
            row[j] = frame.get(j).doubleValue();
            require(Double.isFinite(row[j]), "number %s of frame %s is %s", j, index, row[j]);
        }
        return row;
    }

    private static Pose pose(double[] row, int index) {
        double[] numbers = new double[Pose.WIDTH];
        System.arraycopy(row, 1, numbers, 0, numbers.length);
        try {
            return Pose.of(numbers);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("frame " + index + ": " + wrong.getMessage(), wrong);
        }
    }
}
