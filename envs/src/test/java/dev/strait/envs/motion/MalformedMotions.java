package dev.strait.envs.motion;

import static dev.strait.envs.motion.MotionFiles.HIERARCHY;
import static dev.strait.envs.motion.MotionFiles.bvh;
import static dev.strait.envs.motion.MotionFiles.bvhRow;
import static dev.strait.envs.motion.MotionFiles.json;
import static dev.strait.envs.motion.MotionFiles.row;

import dev.strait.envs.file.Recipes;
import java.nio.file.Files;
import java.util.Arrays;

/** Motion files that must be refused. */
final class MalformedMotions extends Recipes {

    MalformedMotions() {
        anything();
        json_();
        numbers();
        hierarchy();
        frames();
    }

    private void anything() {
        add("no file at all", folder -> folder.resolve("missing.txt"));
        add("a folder", folder -> Files.createDirectory(folder.resolve("clip")));
        text("an empty file", "");
        text("blanks", " \n\t\n");
        text("a table", "time,x\n0,1\n");
        bytes("bytes that are no text", new byte[] {(byte) 0xc3, 0x28, 1, 2, 3});
        byte[] large = new byte[(32 << 20) + 1];
        Arrays.fill(large, (byte) ' ');
        bytes("more than 32 MB", large);
    }

    private void json_() {
        String sound = json(row(0.1, 0), row(0.1, 0.1), row(0, 0.2));
        text("JSON cut short", sound.substring(0, sound.length() - 40));
        text("JSON cut within a number", sound.substring(0, sound.indexOf("0.9") + 2));
        text("an object without frames", "{\"Loop\": \"wrap\"}");
        text("frames that are a word", "{\"Frames\": \"none\"}");
        text("frames that are numbers", "{\"Frames\": [1, 2, 3]}");
        text("no frames", "{\"Loop\": \"wrap\", \"Frames\": []}");
        text("one frame", json(row(0.1, 0)));
        text("a loop of unknown kind", sound.replace("wrap", "pingpong"));
        text("a loop that is an object", sound.replace("\"wrap\"", "{}"));
        text("arrays nested without end", "{\"Frames\": " + "[".repeat(100_000));
        text("a row of 43 numbers", json(row(0.1, 0), Arrays.copyOf(row(0.1, 0), 43)));
        text("rows of another character", json(new double[35], new double[35]));
        text("a row with a word", sound.replaceFirst("0\\.9", "\"high\""));
        text("a row with a null", sound.replaceFirst("0\\.9", "null"));
    }

    private void numbers() {
        text("a NaN", json(row(0.1, 0), row(0.1, Double.NaN), row(0, 0.2)));
        text("an infinity", json(row(0.1, 0), row(0.1, Double.NEGATIVE_INFINITY)));
        text("a number beyond double", json(row(0.1, 0), row(0.1, 5)).replace("5.0", "1e999"));
        text("durations of zero", json(row(0, 0), row(0, 0.1), row(0, 0.2)));
        text("a negative duration", json(row(0.1, 0), row(-0.1, 0.1), row(0.1, 0.2)));
        text("a clip of no time", json(row(1e-12, 0), row(1e-12, 0.1)));
        text("a clip of years", json(row(1e8, 0), row(1e8, 0.1)));
        text("a root beyond the horizon", json(row(0.1, 0), row(0.1, 1e7)));
        text("a quaternion of zeros", json(row(0.1, 0), with(row(0.1, 0), 4, 0)));
        text("a quaternion of norm 3", json(row(0.1, 0), with(row(0.1, 0), 16, 3)));
        text("a quaternion of norm 0.3", json(row(0.1, 0), with(row(0.1, 0), 16, 0.3)));
        text("a knee turned nine times", json(row(0.1, 0), with(row(0.1, 0), 20, -56)));
    }

    private static double[] with(double[] row, int at, double value) {
        row[at] = value;
        return row;
    }

    private void hierarchy() {
        double[] standing = bvhRow(0, 90, 0);
        String sound = bvh(standing, standing);
        text("a hierarchy alone", HIERARCHY);
        text("a hierarchy cut short", HIERARCHY.substring(0, 200));
        text("no root", sound.replace("ROOT Hips", "JOINT Hips"));
        text("a joint without a name", sound.replace("JOINT Neck", "JOINT"));
        text("a brace that is missing", sound.replaceFirst("\\{", ""));
        text("an offset of words", sound.replaceFirst("OFFSET 10 0 0", "OFFSET ten 0 0"));
        text("an offset that is NaN", sound.replaceFirst("OFFSET 10 0 0", "OFFSET NaN 0 0"));
        text("a channel of unknown kind", sound.replaceFirst("Zrotation", "Wrotation"));
        text("two billion channels", sound.replaceFirst("CHANNELS 3", "CHANNELS 2000000000"));
        text("a joint twice", sound.replace("JOINT Neck", "JOINT Spine"));
        text("a skeleton without a knee", sound.replace("JOINT RightLeg", "JOINT Tail"));
        text("a skeleton without a root", sound.replace("ROOT Hips", "ROOT Thing"));
        text("legs of length 0", sound.replace("OFFSET 0 -40 0", "OFFSET 0 0 0"));
        text("hips in one place", sound.replace("10 0 0", "0 0 0").replace("-0 0 0", "0 0 0"));
        text(
                "endless joints",
                "HIERARCHY ROOT a" + "\n{ OFFSET 0 0 0 CHANNELS 0 JOINT a".repeat(5000));
    }

    private void frames() {
        double[] standing = bvhRow(0, 90, 0);
        String sound = bvh(standing, standing);
        text("a motion of one frame", bvh(standing));
        text("two billion frames", sound.replace("Frames: 2", "Frames: 2000000000"));
        text("fewer frames than told", sound.replace("Frames: 2", "Frames: 3"));
        text("more frames than told", bvh(standing, standing, standing).replace("s: 3", "s: 2"));
        text("half a frame", sound.replace("Frames: 2", "Frames: 2.5"));
        text("frames of no time", sound.replace("0.05", "0"));
        text("frames of negative time", sound.replace("0.05", "-0.05"));
        text("a frame with a number too few", bvh(standing, Arrays.copyOf(standing, 41)));
        text("a frame with a number too many", bvh(standing, Arrays.copyOf(standing, 43)));
        text("a frame with NaN", bvh(standing, bvhRow(0, Double.NaN, 0)));
        text("a root out of the world", bvh(standing, bvhRow(0, 1e7, 0)));
        text("legs of no length", sound.replace("0 -40 0", "0 -1e-300 0"));
        text("a frame with a word", sound.replaceFirst("90.0", "high"));
    }
}
