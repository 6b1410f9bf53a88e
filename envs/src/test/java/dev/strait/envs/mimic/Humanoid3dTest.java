package dev.strait.envs.mimic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Box;
import dev.strait.envs.Environments;
import dev.strait.envs.Pcg64;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.motion.MotionClip;
import dev.strait.envs.motion.OwnClips;
import dev.strait.envs.motion.Pose;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Humanoid3dTest {

    private static final double EPS = 1e-9;

    private final Pcg64 random = new Pcg64(3);

    private static Humanoid3d world(String clip) {
        return (Humanoid3d) Environments.spec("Humanoid3D-v0:" + clip).factory().get();
    }

    /** Rotational energies by hand from the masses and inertias of physics-equations.md, 9.3. */
    @Test
    void shouldWeighItsBodies() {
        Model model = HumanoidModel.build();
        Simulation simulation = new Simulation(model);

        assertEquals(45, model.totalMass(), EPS);
        assertEquals(43, model.positionCount());
        assertEquals(34, model.dofCount());
        assertEquals(13 + 1, model.bodyCount());
        int ankle = model.jointDofStart(model.joint("right ankle"));
        double[] foot = {0.00092708, 0.00328575, 0.00286283};
        double[] away = {0.0225 * 0.0225, 0.045 * 0.045, 0.045 * 0.045 + 0.0225 * 0.0225};
        for (int i = 0; i < 3; i++) {
            assertEquals((foot[i] + away[i]) / 2, energy(simulation, ankle + i), 1e-8);
        }
        int elbow = model.jointDofStart(model.joint("left elbow"));
        double forearm = 0.01017577 + 1.5 * 0.16631567 * 0.16631567;
        assertEquals(forearm / 2, energy(simulation, elbow), 1e-8);
        int neck = model.jointDofStart(model.joint("neck"));
        assertEquals((0.008405 + 2 * 0.175 * 0.175) / 2, energy(simulation, neck), 1e-8);
    }

    private static double energy(Simulation simulation, int dof) {
        simulation.reset();
        simulation.velocities()[dof] = 1;
        simulation.forward();
        return simulation.kineticEnergy();
    }

    /** The prototype's root settles at 0.881 m. */
    @Test
    void shouldStandInTheRestPose() {
        Humanoid3d world = world("walk");
        double[] observation = new double[89];
        world.reset(random, observation, 0);
        world.simulation.reset();
        for (int t = 0; t < 90; t++) {
            world.step(new double[28], 0, observation, 0);
            assertFalse(world.terminated());
        }
        assertEquals(0.881, world.simulation.positions()[1], 2e-3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"walk", "flip"})
    void shouldStayFiniteUnderRandomTargets(String clip) {
        Humanoid3d world = world(clip);
        double[] observation = new double[89];
        double[] action = new double[28];
        for (int t = 0; t < 1500; t++) {
            if (t % 60 == 0) {
                world.reset(random, observation, 0);
            }
            for (int i = 0; i < 28; i++) {
                action[i] = random.nextDouble(-1.5, 1.5);
            }
            double reward = world.step(action, 0, observation, 0);
            assertTrue(reward >= 0 && reward <= 1);
            assertTrue(world.simulation.finite());
            assertTrue(Arrays.stream(observation).allMatch(Double::isFinite));
        }
    }

    @Test
    void shouldFindItsHandsAndAnkles() {
        Humanoid3d world = world("run");
        for (int i = 0; i < 10; i++) {
            world.reset(random, new double[89], 0);
            Simulation simulation = world.simulation;
            simulation.forward();
            double[] ends = new double[12];
            new HumanoidLimbs().write(simulation.positions(), ends);
            Model model = simulation.model();
            double[] found = new double[12];
            simulation.geomPosition(model.geom("right wrist"), found, 0);
            simulation.geomPosition(model.geom("left wrist"), found, 3);
            simulation.bodyPosition(model.body("right ankle"), found, 6);
            simulation.bodyPosition(model.body("left ankle"), found, 9);
            for (int k = 0; k < 12; k++) {
                assertEquals(found[k] - simulation.positions()[k % 3], ends[k], EPS);
            }
        }
    }

    /** The mirror image of a state under mirrored targets moves as the mirror image. */
    @Test
    void shouldMoveAlikeInTheMirror() {
        Humanoid3d one = world("walk");
        Humanoid3d other = world("walk");
        one.reset(random, new double[89], 0);
        other.reset(random, new double[89], 0);
        one.simulation.positions()[2] = 0.2;
        mirror(one, other);
        SplittableRandom targets = new SplittableRandom(5);
        for (int t = 0; t < 10; t++) {
            double[] action = targets.doubles(28, -0.4, 0.4).toArray();
            one.step(action, 0, new double[89], 0);
            other.step(mirroredAction(action), 0, new double[89], 0);
            double[] expected = mirroredPositions(one.simulation.positions());
            assertArrayEquals(expected, other.simulation.positions(), 1e-6, "step " + t);
        }
    }

    private static void mirror(Humanoid3d from, Humanoid3d to) {
        double[] q = mirroredPositions(from.simulation.positions());
        System.arraycopy(q, 0, to.simulation.positions(), 0, q.length);
        double[] v = from.simulation.velocities();
        double[] mirrored = to.simulation.velocities();
        mirrored[0] = v[0];
        mirrored[1] = v[1];
        mirrored[2] = -v[2];
        turn(v, 3, mirrored, 3);
        System.arraycopy(mirroredAction(Arrays.copyOfRange(v, 6, 34)), 0, mirrored, 6, 28);
    }

    /** Trunk (6), then right and left arm (4), right and left leg (7), as actions and rates. */
    private static double[] mirroredAction(double[] action) {
        double[] mirrored = new double[28];
        turn(action, 0, mirrored, 0);
        turn(action, 3, mirrored, 3);
        for (int side = 0; side < 2; side++) {
            int arm = 6 + 4 * side;
            int otherArm = 6 + 4 * (1 - side);
            turn(action, arm, mirrored, otherArm);
            mirrored[otherArm + 3] = action[arm + 3];
            int leg = 14 + 7 * side;
            int otherLeg = 14 + 7 * (1 - side);
            turn(action, leg, mirrored, otherLeg);
            mirrored[otherLeg + 3] = action[leg + 3];
            turn(action, leg + 4, mirrored, otherLeg + 4);
        }
        return mirrored;
    }

    /** A rotation vector's components in the mirrored plane change sign. */
    private static void turn(double[] from, int i, double[] to, int at) {
        to[at] = -from[i];
        to[at + 1] = -from[i + 1];
        to[at + 2] = from[i + 2];
    }

    private static double[] mirroredPositions(double[] q) {
        double[] mirrored = new double[43];
        mirrored[0] = q[0];
        mirrored[1] = q[1];
        mirrored[2] = -q[2];
        ball(q, 3, mirrored, 3);
        ball(q, 7, mirrored, 7);
        ball(q, 11, mirrored, 11);
        for (int side = 0; side < 2; side++) {
            int arm = 15 + 5 * side;
            int otherArm = 15 + 5 * (1 - side);
            ball(q, arm, mirrored, otherArm);
            mirrored[otherArm + 4] = q[arm + 4];
            int leg = 25 + 9 * side;
            int otherLeg = 25 + 9 * (1 - side);
            ball(q, leg, mirrored, otherLeg);
            mirrored[otherLeg + 4] = q[leg + 4];
            ball(q, leg + 5, mirrored, otherLeg + 5);
        }
        return mirrored;
    }

    private static void ball(double[] from, int i, double[] to, int at) {
        to[at] = from[i];
        to[at + 1] = -from[i + 1];
        to[at + 2] = -from[i + 2];
        to[at + 3] = from[i + 3];
    }

    @Test
    void shouldRewardTheClipWithOne() {
        Humanoid3d world = world("run");
        world.reset(random, new double[89], 0);
        double[] q = world.simulation.positions();
        System.arraycopy(world.expected, 0, q, 0, 43);
        System.arraycopy(world.expectedRates, 0, world.simulation.velocities(), 0, 34);
        assertEquals(1, world.tracking(), EPS);
        assertEquals(0, world.rotationError(q, world.expected), 1e-7);

        // The head turns by 0.3 rad and nothing hangs on it.
        double[] turned = new double[4];
        double[] little = new double[4];
        Rotations.ofVector(0.3, 0, 0, little, 0);
        Rotations.times(q, 11, little, 0, turned, 0);
        System.arraycopy(turned, 0, q, 11, 4);
        assertEquals(0.65 * Math.exp(-2 * 0.09) + 0.35, world.tracking(), EPS);
        assertEquals(0.3 / Math.sqrt(13), world.rotationError(q, world.expected), EPS);
    }

    /** What is observed does not depend on where the world is looked at from. */
    @Test
    void shouldObserveInItsOwnFrame() {
        Humanoid3d world = world("walk");
        double[] before = new double[89];
        double[] after = new double[89];
        world.reset(random, before, 0);
        double[] q = world.simulation.positions();
        double[] v = world.simulation.velocities();
        double[] turn = new double[4];
        Rotations.ofVector(0, 1.1, 0, turn, 0);
        double[] root = new double[4];
        Rotations.times(turn, 0, q, 3, root, 0);
        System.arraycopy(root, 0, q, 3, 4);
        double[] moved = new double[3];
        Rotations.addRotated(turn, 0, v[0], v[1], v[2], moved, 0);
        System.arraycopy(moved, 0, v, 0, 3);
        q[0] += 3;
        q[2] -= 1;

        world.observe(after, 0);

        assertArrayEquals(before, after, EPS);
    }

    @Test
    void shouldFollowTheClipsVelocities() {
        Humanoid3d world = world("run");
        double[] earlier = new double[43];
        double[] later = new double[43];
        double[] v = new double[34];
        for (double t = 0.05; t < 0.65; t += 0.1) {
            world.reference().position(t - 0.005, earlier);
            world.reference().position(t + 0.005, later);
            world.reference().velocity(t, v);
            assertEquals((later[0] - earlier[0]) / 0.01, v[0], 0.3);
            assertEquals((later[29] - earlier[29]) / 0.01, v[23], 1.5);
        }
        double[] next = new double[43];
        world.reference().position(0.1, earlier);
        world.reference().position(0.1 + world.reference().duration(), next);
        assertEquals(earlier[0] + 0.7 * world.reference().speed(), next[0], EPS);
    }

    @Test
    void shouldDemonstrateTheClip() {
        Demonstrations shown = world("walk").demonstrations();

        assertEquals(89, shown.observationSize());
        assertFalse(shown.hasActions());
        assertEquals(8 * 36, shown.steps());
    }

    @Test
    void shouldEndWithAFallUnlessTheClipGoesDown() {
        Humanoid3d world = world("walk");
        double[] observation = new double[89];
        double[] action = new double[28];
        int steps = 0;
        world.reset(random, observation, 0);
        while (!world.terminated() && steps < 300) {
            for (int i = 0; i < 28; i++) {
                action[i] = random.nextDouble(-1.5, 1.5);
            }
            world.step(action, 0, observation, 0);
            steps++;
        }
        assertTrue(world.terminated());
    }

    /** By hand for one error at a time; the other terms stay 1. */
    @Test
    void shouldRewardEveryTermByItsWeight() {
        Humanoid3d world = world("run");
        world.reset(random, new double[89], 0);
        double[] q = world.simulation.positions();
        double[] v = world.simulation.velocities();
        System.arraycopy(world.expected, 0, q, 0, 43);
        System.arraycopy(world.expectedRates, 0, v, 0, 34);

        v[20] += 3;
        assertEquals(0.9 + 0.1 * Math.exp(-0.1 * 9), world.tracking(), EPS);
        v[20] -= 3;
        v[2] += 1;
        assertEquals(0.9 + 0.1 * Math.exp(-10 * 0.1), world.tracking(), EPS);
        v[2] -= 1;
        q[1] += 0.1;
        assertEquals(0.9 + 0.1 * Math.exp(-10 * 0.01), world.tracking(), EPS);
        q[1] -= 0.1;
        q[29] += 0.1;
        double ankle = 2 * 0.40987 * Math.sin(0.05);
        assertEquals(
                0.65 * Math.exp(-2 * 0.01) + 0.2 + 0.15 * Math.exp(-40 * ankle * ankle),
                world.tracking(),
                EPS);
    }

    /** At rest facing forward, but for two velocities: hands and ankles hang below the joints. */
    @Test
    void shouldObserveOnTheScalesThatItTells() {
        Humanoid3d world = world("walk");
        double[] seen = new double[89];
        world.simulation.reset();
        double[] v = world.simulation.velocities();
        System.arraycopy(new double[] {1, 2, 3, 4, 5, 6, 7}, 0, v, 0, 7);
        v[33] = 8;
        world.observe(seen, 0);

        double[] root = {0.89, 1, 0, 0, 0, 1, 0, 0.3, 0.6, 0.9, 0.8, 1, 1.2};
        assertArrayEquals(root, Arrays.copyOf(seen, 13), EPS);
        assertArrayEquals(new double[] {1, 0, 0, 0}, Arrays.copyOfRange(seen, 13, 17), EPS);
        assertEquals(0.7, seen[49], EPS);
        assertEquals(0.8, seen[76], EPS);
        double hand = 0.236151 + 0.2435 - 0.274788 - 0.258947;
        double[] rightHand = {2 * -0.02405, 2 * hand, 2 * 0.18311};
        assertArrayEquals(rightHand, Arrays.copyOfRange(seen, 77, 80), EPS);
        double[] leftAnkle = {0, 2 * -(0.421546 + 0.40987), 2 * -0.084887};
        assertArrayEquals(leftAnkle, Arrays.copyOfRange(seen, 86, 89), EPS);
    }

    /** q and −q are one rotation and look alike. */
    @Test
    void shouldNotShowTheSignOfAQuaternion() {
        Humanoid3d world = world("walk");
        double[] before = new double[89];
        double[] after = new double[89];
        world.reset(random, before, 0);
        for (int i = 11; i < 19; i++) {
            world.simulation.positions()[i] *= -1;
        }
        world.observe(after, 0);

        assertArrayEquals(before, after, EPS);
    }

    /** Knees bend back and elbows forward; of balls every component has the same reach. */
    @Test
    void shouldReachAsFarAsItsJoints() {
        Box actions = world("walk").actionSpace();
        double pi = Math.PI;
        double[] high = {
            1.2, 1.2, 1.2, 1, 1, 1, pi, pi, pi, pi, pi, pi, pi, pi, 2.57, 2.57, 2.57, 0, 1.57, 1.57,
            1.57, 2.57, 2.57, 2.57, 0, 1.57, 1.57, 1.57
        };
        for (int i = 0; i < 28; i++) {
            boolean elbow = i == 9 || i == 13;
            boolean knee = i == 17 || i == 24;
            assertEquals(high[i], actions.high(i), EPS, "high " + i);
            assertEquals(elbow ? 0 : knee ? -pi : -high[i], actions.low(i), EPS, "low " + i);
        }
    }

    /** In the air a bent knee and elbow are free; bent the wrong way they are pushed back. */
    @ParameterizedTest
    @CsvSource({"right knee, -1", "left knee, -1", "right elbow, 1", "left elbow, 1"})
    void shouldBendItsHingesOneWay(String joint, int way) {
        Simulation simulation = new Simulation(HumanoidModel.build());
        Model model = simulation.model();
        int position = model.jointPositionStart(model.joint(joint));
        int dof = model.jointDofStart(model.joint(joint));
        for (double angle : new double[] {0.3, -0.3}) {
            simulation.reset();
            simulation.positions()[1] = 5;
            simulation.positions()[position] = angle;
            simulation.forward();
            double force = simulation.constraintForces()[dof];
            assertEquals(angle * way > 0 ? 0 : way, Math.signum(force), () -> joint + ": " + force);
        }
    }

    /** Head down at 60° past the level the head is in the ground, the root still above 0.3 m. */
    @Test
    void shouldEndWhereItsHeadTouchesTheGround() {
        Humanoid3d world = world("walk");
        world.reset(random, new double[89], 0);
        world.simulation.reset();
        double[] q = world.simulation.positions();
        q[1] = 0.38;
        Rotations.aboutZ(-2 * Math.PI / 3, q, 3);
        assertFalse(world.lies());

        world.step(new double[28], 0, new double[89], 0);

        assertTrue(world.terminated());
        assertFalse(world.lies());
    }

    @Test
    void shouldLetAClipGoDown() {
        MotionClip walk = OwnClips.named("walk");
        Pose standing = walk.at(0);
        Pose low = new Pose(0, 0.45, 0, standing.root(), standing.balls(), standing.hinges());
        MotionClip clip = new MotionClip("low", true, new double[] {0, 1}, List.of(low, low));
        Humanoid3d down =
                (Humanoid3d) MimicWorlds.spec("Humanoid3D-v0", "low", clip).factory().get();
        Humanoid3d up = world("walk");
        for (Humanoid3d world : new Humanoid3d[] {down, up}) {
            world.simulation.positions()[1] = 0.299;
            assertEquals(world == up, world.lies());
        }
        up.simulation.positions()[1] = 0.301;
        assertFalse(up.lies());
    }

    /** Wherever the clip is on the ground; every angle by 0.02 rad: 9 balls and 4 hinges. */
    @Test
    void shouldStartAtTheOriginALittleOffTheClip() {
        MotionClip walk = OwnClips.named("walk");
        List<Pose> aside =
                Stream.of(walk.at(0), walk.at(0.1))
                        .map(
                                pose ->
                                        new Pose(
                                                pose.x() + 3,
                                                pose.y(),
                                                2,
                                                pose.root(),
                                                pose.balls(),
                                                pose.hinges()))
                        .toList();
        MotionClip clip = new MotionClip("aside", true, new double[] {0, 0.1}, aside);
        Humanoid3d world =
                (Humanoid3d) MimicWorlds.spec("Humanoid3D-v0", "aside", clip).factory().get();
        double[] expected = new double[43];
        double[] pose = new double[43];
        double sum = 0;
        for (int i = 0; i < 200; i++) {
            world.reset(random, new double[89], 0);
            world.reference().position(world.phase(), expected);
            world.pose(pose);
            assertEquals(0, pose[0]);
            assertEquals(0, pose[2]);
            sum += Math.pow(world.rotationError(pose, expected), 2) / 200;
        }
        double meanSquare = 0.02 * 0.02 * (9 * 3 + 4) / 13;
        // Three standard errors of 6,200 squared normal draws.
        assertEquals(meanSquare, sum, 0.054 * meanSquare);
    }
}
