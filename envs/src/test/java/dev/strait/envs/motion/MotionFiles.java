package dev.strait.envs.motion;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts of small motion files. */
final class MotionFiles {

    /** The joints of a stick figure in T-pose: CMU's names, y up, facing z, in centimetres. */
    static final String HIERARCHY =
            """
            HIERARCHY
            ROOT Hips
            {
              OFFSET 0 0 0
              CHANNELS 6 Xposition Yposition Zposition Zrotation Yrotation Xrotation
              JOINT LeftUpLeg
              {
                OFFSET 10 0 0
                CHANNELS 3 Zrotation Yrotation Xrotation
                JOINT LeftLeg
                {
                  OFFSET 0 -40 0
                  CHANNELS 3 Zrotation Yrotation Xrotation
                  JOINT LeftFoot
                  {
                    OFFSET 0 -40 0
                    CHANNELS 3 Zrotation Yrotation Xrotation
                    End Site
                    {
                      OFFSET 0 0 15
                    }
                  }
                }
              }
              JOINT RightUpLeg
              {
                OFFSET -10 0 0
                CHANNELS 3 Zrotation Yrotation Xrotation
                JOINT RightLeg
                {
                  OFFSET 0 -40 0
                  CHANNELS 3 Zrotation Yrotation Xrotation
                  JOINT RightFoot
                  {
                    OFFSET 0 -40 0
                    CHANNELS 3 Zrotation Yrotation Xrotation
                    End Site
                    {
                      OFFSET 0 0 15
                    }
                  }
                }
              }
              JOINT Spine
              {
                OFFSET 0 20 0
                CHANNELS 3 Zrotation Yrotation Xrotation
                JOINT Neck
                {
                  OFFSET 0 30 0
                  CHANNELS 3 Zrotation Yrotation Xrotation
                  End Site
                  {
                    OFFSET 0 20 0
                  }
                }
                JOINT LeftArm
                {
                  OFFSET 20 25 0
                  CHANNELS 3 Zrotation Yrotation Xrotation
                  JOINT LeftForeArm
                  {
                    OFFSET 25 0 0
                    CHANNELS 3 Zrotation Yrotation Xrotation
                    End Site
                    {
                      OFFSET 25 0 0
                    }
                  }
                }
                JOINT RightArm
                {
                  OFFSET -20 25 0
                  CHANNELS 3 Zrotation Yrotation Xrotation
                  JOINT RightForeArm
                  {
                    OFFSET -25 0 0
                    CHANNELS 3 Zrotation Yrotation Xrotation
                    End Site
                    {
                      OFFSET -25 0 0
                    }
                  }
                }
              }
            }
            """;

    /** Joints of the figure in the order of their channels. */
    static final String[] JOINTS = {
        "Hips",
        "LeftUpLeg",
        "LeftLeg",
        "LeftFoot",
        "RightUpLeg",
        "RightLeg",
        "RightFoot",
        "Spine",
        "Neck",
        "LeftArm",
        "LeftForeArm",
        "RightArm",
        "RightForeArm"
    };

    private MotionFiles() {}

    /** A row of a BVH file: the root's place, then Z, Y, X degrees of every joint. */
    static double[] bvhRow(double x, double y, double z) {
        double[] row = new double[3 + 3 * JOINTS.length];
        row[0] = x;
        row[1] = y;
        row[2] = z;
        return row;
    }

    /** Sets the X rotation of a joint, in degrees. */
    static double[] bent(double[] row, String joint, double degrees) {
        double[] changed = row.clone();
        changed[3 + 3 * Arrays.asList(JOINTS).indexOf(joint) + 2] = degrees;
        return changed;
    }

    static String bvh(double[]... rows) {
        return bvh(HIERARCHY, rows);
    }

    static String bvh(String hierarchy, double[]... rows) {
        return hierarchy
                + "MOTION\nFrames: "
                + rows.length
                + "\nFrame Time: 0.05\n"
                + Arrays.stream(rows).map(MotionFiles::words).collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String words(double... row) {
        return Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    /** A row of DeepMimic's: standing at x. */
    static double[] row(double duration, double x) {
        double[] row = new double[44];
        row[0] = duration;
        row[1] = x;
        row[2] = 0.9;
        for (int at : new int[] {4, 8, 12, 16, 21, 25, 30, 35, 39}) {
            row[at] = 1;
        }
        return row;
    }

    static String json(double[]... rows) {
        return "{\"Loop\": \"wrap\", \"Frames\": ["
                + Arrays.stream(rows).map(MotionFiles::list).collect(Collectors.joining(",\n"))
                + "]}";
    }

    static String list(double... row) {
        return IntStream.range(0, row.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%s", row[i]))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
