package dev.strait.envs.motion;

import static dev.strait.envs.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a BVH file holds: a tree of joints, parents first, and for every frame the numbers of its
 * channels (angles in degrees).
 *
 * @param joints end sites among them
 * @param frameTime seconds
 * @param rows one a frame
 */
record BvhMotion(List<BvhJoint> joints, double frameTime, List<double[]> rows) {

    private static final int MOST_JOINTS = 1000;
    private static final int MOST_FRAMES = 100_000;

    /** Reads the text of a file. */
    static BvhMotion parse(String text) {
        BvhTokens tokens = new BvhTokens(text);
        tokens.skip("HIERARCHY");
        tokens.skip("ROOT");
        List<BvhJoint> joints = new ArrayList<>();
        joint(tokens, joints, -1, tokens.name());
        int channels = joints.stream().mapToInt(joint -> joint.channels().size()).sum();
        tokens.skip("MOTION");
        tokens.skip("Frames:");
        int frames = tokens.count("the number of frames", MOST_FRAMES);
        require(frames >= 2, "a motion needs at least 2 frames, but has %s", frames);
        tokens.skip("Frame");
        tokens.skip("Time:");
        double frameTime = tokens.number("the frame time");
        require(frameTime > 0, "a frame lasts %s s; it must be above 0", frameTime);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            rows.add(tokens.row(channels, i));
        }
        tokens.requireEnd();
        return new BvhMotion(joints, frameTime, rows);
    }

    /** Reads a joint's braces and, into the same list, all that hangs on it. */
    private static void joint(BvhTokens tokens, List<BvhJoint> joints, int parent, String name) {
        require(joints.size() < MOST_JOINTS, "it has more than %s joints", MOST_JOINTS);
        tokens.skip("{");
        tokens.skip("OFFSET");
        double[] offset = new double[3];
        for (int i = 0; i < 3; i++) {
            offset[i] = tokens.number("an offset");
        }
        int own = joints.size();
        boolean end = name.isEmpty();
        joints.add(new BvhJoint(name, parent, offset, end ? List.of() : channels(tokens)));
        for (String word = word(tokens); !word.equals("}"); word = word(tokens)) {
            if (word.equals("END")) {
                tokens.skip("Site");
                joint(tokens, joints, own, "");
            } else {
                require(
                        word.equals("JOINT") && !end,
                        "line %s has '%s' where a joint, an end site or '}' should be",
                        tokens.line(),
                        word);
                joint(tokens, joints, own, tokens.name());
            }
        }
    }

    private static String word(BvhTokens tokens) {
        return tokens.next("'}'").toUpperCase(Locale.ROOT);
    }

    private static List<BvhJoint.Channel> channels(BvhTokens tokens) {
        tokens.skip("CHANNELS");
        int count = tokens.count("the number of channels", 6);
        List<BvhJoint.Channel> channels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String word = tokens.next("a channel");
            try {
                channels.add(BvhJoint.Channel.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(
                        "line %s: no channel is called '%s'".formatted(tokens.line(), word),
                        unknown);
            }
        }
        return channels;
    }

    /** (3) of every joint in the rest pose. */
    double[][] restPositions() {
        double[][] positions = new double[joints.size()][];
        for (int i = 0; i < positions.length; i++) {
            BvhJoint joint = joints.get(i);
            double[] from = i == 0 ? new double[3] : positions[joint.parent()];
            positions[i] = Vectors.minus(from, Vectors.scaled(-1, joint.offset()));
        }
        return positions;
    }

    /** Rotation of every joint from the rest pose to a frame, in the file's axes. */
    Quaternion[] rotations(int frame) {
        double[] row = rows.get(frame);
        Quaternion[] global = new Quaternion[joints.size()];
        int at = 0;
        for (int i = 0; i < global.length; i++) {
            BvhJoint joint = joints.get(i);
            Quaternion rotation = i == 0 ? Quaternion.IDENTITY : global[joint.parent()];
            for (BvhJoint.Channel channel : joint.channels()) {
                rotation = rotation.times(channel.rotation(Math.toRadians(row[at++])));
            }
            global[i] = rotation;
        }
        return global;
    }

    /** (3) of the root in a frame: its offset where it records no position. */
    double[] rootPosition(int frame) {
        double[] position = joints.get(0).offset().clone();
        List<BvhJoint.Channel> channels = joints.get(0).channels();
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).position()) {
                position[channels.get(i).ordinal()] = rows.get(frame)[i];
            }
        }
        return position;
    }
}
