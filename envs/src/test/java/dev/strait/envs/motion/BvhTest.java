package dev.strait.envs.motion;

import static dev.strait.envs.motion.MotionFiles.bent;
import static dev.strait.envs.motion.MotionFiles.bvh;
import static dev.strait.envs.motion.MotionFiles.bvhRow;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A stick figure in T-pose that faces z, left at +x. */
class BvhTest {

    private static final double EPS = 1e-9;
    private static final double SCALE = (0.421546 + 0.40987) / 80;

    private static MotionClip read(String text) {
        return new BvhRetargeting(BvhMotion.parse(text)).clip("test");
    }

    private static Pose pose(double[] row) {
        return read(bvh(bvhRow(0, 90, 0), row)).frame(1);
    }

    @Test
    void shouldStandWithArmsStretchedInTheRestPose() {
        Pose pose = pose(bvhRow(0, 90, 0));

        assertEquals(0, pose.root().angle(), 1e-7);
        assertEquals(90 * SCALE, pose.y(), EPS);
        for (HumanoidJoint joint : HumanoidJoint.values()) {
            boolean arm = joint.toString().contains("shoulder");
            assertEquals(
                    arm ? Math.PI / 2 : 0, pose.rotation(joint).angle(), 1e-7, joint.toString());
        }
        double[] right = pose.balls().get(HumanoidJoint.RIGHT_SHOULDER).rotate(0, -1, 0);
        double[] left = pose.balls().get(HumanoidJoint.LEFT_SHOULDER).rotate(0, -1, 0);
        assertArrayEquals(new double[] {0, 0, 1}, right, EPS);
        assertArrayEquals(new double[] {0, 0, -1}, left, EPS);
    }

    @Test
    void shouldGoForwardWhereTheFigureFaces() {
        MotionClip clip = read(bvh(bvhRow(5, 90, 10), bvhRow(5, 91, 50)));

        assertEquals(0, clip.frame(0).x(), EPS);
        assertEquals(40 * SCALE, clip.frame(1).x(), EPS);
        assertEquals(0, clip.frame(1).z(), EPS);
        assertEquals(SCALE, clip.frame(1).y() - clip.frame(0).y(), EPS);
        assertEquals(0.05, clip.duration(), EPS);
        assertFalse(clip.looping());
    }

    @Test
    void shouldCountTheRightSideAsPositive() {
        Pose pose = read(bvh(bvhRow(0, 90, 0), bvhRow(-40, 90, 0))).frame(1);

        assertEquals(40 * SCALE, pose.z(), EPS);
    }

    /** About the file's x, which points left, positive takes forward to down: knees bend so. */
    @Test
    void shouldBendKneesBackwardAndHipsForward() {
        double[] row = bent(bvhRow(0, 90, 0), "RightLeg", 60);
        row = bent(row, "RightUpLeg", -30);

        Pose pose = pose(row);

        assertEquals(-Math.PI / 3, pose.hinges().get(HumanoidJoint.RIGHT_KNEE), EPS);
        assertEquals(0, pose.hinges().get(HumanoidJoint.LEFT_KNEE), EPS);
        double[] thigh = pose.balls().get(HumanoidJoint.RIGHT_HIP).rotate(0, -1, 0);
        assertArrayEquals(new double[] {0.5, -Math.sqrt(0.75), 0}, thigh, EPS);
    }

    @Test
    void shouldBendTheTrunkForward() {
        Pose pose = pose(bent(bvhRow(0, 90, 0), "Spine", 20));

        double[] up = pose.balls().get(HumanoidJoint.CHEST).rotate(0, 1, 0);
        assertEquals(Math.sin(Math.toRadians(20)), up[0], EPS);
    }

    @Test
    void shouldBendElbowsForward() {
        double[] row = bvhRow(0, 90, 0);
        // A forearm stretched to the right, −x, goes forward, z, about y.
        row[3 + 3 * 12 + 1] = 50;

        Pose pose = pose(row);

        assertEquals(Math.toRadians(50), pose.hinges().get(HumanoidJoint.RIGHT_ELBOW), EPS);
    }

    /** Channels apply in the order of the file: here Z, then Y in the turned axes. */
    @Test
    void shouldApplyChannelsInTheirOrder() {
        double[] row = bvhRow(0, 90, 0);
        row[3] = 40;
        row[4] = 70;

        Quaternion[] turned = BvhMotion.parse(bvh(row, row)).rotations(0);

        Quaternion expected =
                Quaternion.aboutZ(Math.toRadians(40)).times(Quaternion.aboutY(Math.toRadians(70)));
        assertEquals(0, expected.inverse().times(turned[0]).angle(), 1e-7);
    }

    @Test
    void shouldKnowOtherNames() {
        String mixamo =
                MotionFiles.HIERARCHY
                        .replace("JOINT ", "JOINT mixamorig:")
                        .replace("ROOT ", "ROOT mixamorig:");
        String poser =
                MotionFiles.HIERARCHY
                        .replace("RightUpLeg", "rThigh")
                        .replace("LeftUpLeg", "lThigh")
                        .replace("RightLeg", "rShin")
                        .replace("LeftLeg", "lShin")
                        .replace("RightFoot", "rFoot")
                        .replace("LeftFoot", "lFoot")
                        .replace("RightForeArm", "rForeArm")
                        .replace("LeftForeArm", "lForeArm")
                        .replace("RightArm", "rShldr")
                        .replace("LeftArm", "lShldr")
                        .replace("Spine", "abdomen")
                        .replace("Hips", "hip");
        double[] bent = bent(bvhRow(0, 90, 0), "RightLeg", 60);
        for (String hierarchy : new String[] {mixamo, poser}) {
            Pose pose = read(bvh(hierarchy, bvhRow(0, 90, 0), bent)).frame(1);
            assertEquals(-Math.PI / 3, pose.hinges().get(HumanoidJoint.RIGHT_KNEE), EPS);
        }
    }

    /** Files whose z is up and whose figure faces −y say the same. */
    @Test
    void shouldFindOutWhatIsUp() {
        String zUp =
                MotionFiles.HIERARCHY.replaceAll("OFFSET (\\S+) (\\S+) (\\S+)", "OFFSET $1 -$3 $2");
        zUp = zUp.replace("--", "").replace("-0 ", "0 ");
        double[] from = bvhRow(0, 0, 90);
        double[] to = bvhRow(0, -40, 90);

        MotionClip clip = read(bvh(zUp, from, to));

        assertEquals(40 * SCALE, clip.frame(1).x(), EPS);
        assertEquals(90 * SCALE, clip.frame(1).y(), EPS);
    }

    /** Files whose y points down and whose figure faces −z say the same. */
    @Test
    void shouldFindOutThatUpIsNegative() {
        String yDown =
                MotionFiles.HIERARCHY.replaceAll(
                        "OFFSET (\\S+) (\\S+) (\\S+)", "OFFSET $1 -$2 -$3");
        yDown = yDown.replace("--", "").replace("-0 ", "0 ");
        MotionClip clip = read(bvh(yDown, bvhRow(0, -90, 0), bvhRow(0, -91, -40)));

        assertEquals(40 * SCALE, clip.frame(1).x(), EPS);
        assertEquals(91 * SCALE, clip.frame(1).y(), EPS);
    }

    /** In tenths of a millimetre the same figure is 9000 high. */
    @Test
    void shouldNotDependOnTheUnitOfLength() {
        String finer = MotionFiles.HIERARCHY.replaceAll("(?<=[ -]\\d\\d)(?=[ \\n])", "00");
        Pose pose = read(bvh(finer, bvhRow(0, 9000, 0), bvhRow(0, 9000, 4000))).frame(1);

        assertEquals(90 * SCALE, pose.y(), EPS);
        assertEquals(40 * SCALE, pose.x(), EPS);
    }

    /** Also in an order of its own, between rotations. */
    @Test
    void shouldReadTheChannelsOfThePlaceByTheirNames() {
        String mixed =
                MotionFiles.HIERARCHY.replace(
                        "Xposition Yposition Zposition Zrotation Yrotation Xrotation",
                        "Zrotation Zposition Yrotation Yposition Xrotation Xposition");
        double[] row = bvhRow(0, 0, 0);
        System.arraycopy(new double[] {10, 7, 20, 90, 30, 5}, 0, row, 0, 6);

        assertArrayEquals(
                new double[] {5, 90, 7}, BvhMotion.parse(bvh(mixed, row, row)).rootPosition(1));
    }

    @Test
    void shouldStayAtTheOffsetWhereNoPlaceIsRecorded() {
        String heightOnly =
                MotionFiles.HIERARCHY
                        .replaceFirst("OFFSET 0 0 0", "OFFSET 3 80 4")
                        .replace(
                                "CHANNELS 6 Xposition Yposition Zposition", "CHANNELS 4 Yposition");
        double[] row = new double[bvhRow(0, 0, 0).length - 2];
        row[0] = 90;
        BvhMotion motion = BvhMotion.parse(bvh(heightOnly, row, row));

        assertArrayEquals(new double[] {3, 90, 4}, motion.rootPosition(0));
        assertArrayEquals(new double[] {3, 80, 4}, motion.restPositions()[0]);
    }

    /** An angle is what it is up to whole turns. */
    @Test
    void shouldBendAKneeByTheShortWay() {
        Pose pose = pose(bent(bvhRow(0, 90, 0), "RightLeg", 60 - 360));

        assertEquals(-Math.PI / 3, pose.hinges().get(HumanoidJoint.RIGHT_KNEE), EPS);
    }

    @Test
    void shouldKeepHingesStraightHoweverTheLimbsAboveThemTurn() {
        double[] row = bvhRow(0, 90, 0);
        for (String upper : new String[] {"Hips", "LeftUpLeg", "RightUpLeg", "LeftArm"}) {
            int at = 3 + 3 * Arrays.asList(MotionFiles.JOINTS).indexOf(upper);
            System.arraycopy(new double[] {25, -40, 15}, 0, row, at, 3);
        }
        System.arraycopy(new double[] {-30, 20, 35}, 0, row, 3 + 3 * 11, 3);

        pose(row).hinges().forEach((joint, angle) -> assertEquals(0, angle, EPS, "" + joint));
    }

    @Test
    void shouldTakeTheBestNameOfAJoint() {
        JointNames names =
                new JointNames(
                        Stream.of(
                                        "Hips",
                                        "LowerBack",
                                        "Spine",
                                        "Spine1",
                                        "RightShoulder",
                                        "RightArm")
                                .map(name -> new BvhJoint(name, -1, new double[3], List.of()))
                                .toList());

        assertEquals(3, names.of(HumanoidJoint.CHEST));
        assertEquals(5, names.of(HumanoidJoint.RIGHT_SHOULDER));
    }

    @Test
    void shouldReadNamesWithSpacesNumberedPrefixesAndABraceBehind() {
        String spaced = MotionFiles.HIERARCHY.replaceAll("JOINT (Left|Right)", "JOINT $1 ");
        String numbered = MotionFiles.HIERARCHY.replace("JOINT ", "JOINT mixamorig7:");
        String braced = MotionFiles.HIERARCHY.replaceAll("\\R\\s*\\{", " {");
        String onALine = braced.replaceAll("\\{\\s*OFFSET", "{ OFFSET");
        double[] bent = bent(bvhRow(0, 90, 0), "RightLeg", 60);

        assertTrue(braced.contains("JOINT RightLeg {"), braced);
        for (String hierarchy : new String[] {spaced, numbered, braced, onALine}) {
            Pose pose = read(bvh(hierarchy, bvhRow(0, 90, 0), bent)).frame(1);
            assertEquals(-Math.PI / 3, pose.hinges().get(HumanoidJoint.RIGHT_KNEE), EPS);
        }
    }

    @Test
    void shouldTellTheLineOfAnError() {
        IllegalArgumentException word =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> BvhMotion.parse("HIERARCHY\nROOT a\n{\nOFFSET 0 0 0\nCHANNELS 1 W"));
        assertEquals("line 5: no channel is called 'W'", word.getMessage());
        IllegalArgumentException root =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> BvhMotion.parse("HIERARCHY\nROOT {\nOFFSET 0 0 0"));
        assertEquals("line 2 has a joint without a name", root.getMessage());
    }
}
