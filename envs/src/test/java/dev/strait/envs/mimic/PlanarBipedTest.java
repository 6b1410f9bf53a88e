package dev.strait.envs.mimic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.Pcg64;
import dev.strait.envs.StateFeatures;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.motion.MotionException;
import dev.strait.envs.motion.OwnClips;
import dev.strait.envs.motion.SagittalBody;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanarBipedTest {

    private static final double EPS = 1e-9;

    private final Pcg64 random = new Pcg64(3);

    static List<String> clips() {
        return OwnClips.names();
    }

    private static PlanarBiped world(String clip) {
        return (PlanarBiped) Environments.spec("PlanarBiped-v0:" + clip).factory().get();
    }

    private static double[] middle(PlanarBiped world) {
        double[] action = new double[6];
        for (int i = 0; i < 6; i++) {
            action[i] = (world.actionSpace().low(i) + world.actionSpace().high(i)) / 2;
        }
        return action;
    }

    /** Rotational energies by hand from the masses and inertias of physics-equations.md, 9.1. */
    @Test
    void shouldWeighItsLinks() {
        Model model = PlanarBipedModel.build();
        Simulation simulation = new Simulation(model);

        assertEquals(45, model.totalMass(), EPS);
        double ankle = 0.00344665 + 0.045 * 0.045 + 0.022 * 0.022 + 0.005;
        assertEquals(ankle / 2, energy(simulation, 5, 1), 1e-8);
        double foot = 0.00344665 + 0.045 * 0.045 + 0.43187 * 0.43187;
        double knee = 0.03768982 + 3 * 0.04 + foot + 0.005;
        assertEquals(knee / 2, energy(simulation, 4, 1), 1e-8);
        double trunk = 0.89544416 + 28 * 0.285714286 * 0.285714286 + 2 * 0.005;
        assertEquals(trunk / 2, energy(simulation, 2, 1, 3, -1, 6, -1), 1e-8);
    }

    private static double energy(Simulation simulation, int... rates) {
        simulation.reset();
        for (int i = 0; i < rates.length; i += 2) {
            simulation.velocities()[rates[i]] = rates[i + 1];
        }
        simulation.forward();
        return simulation.kineticEnergy();
    }

    @Test
    void shouldHaveItsAnklesWhereTheClipsHaveThem() {
        Model model = PlanarBipedModel.build();
        Simulation simulation = new Simulation(model);
        double[] q = {0.3, 0.9, 0.2, 0.5, -0.8, 0.1, -0.4, -0.2, 0.3};
        System.arraycopy(q, 0, simulation.positions(), 0, 9);
        simulation.forward();

        double[] ankles = new double[4];
        SagittalBody.ankles(q[2], q, 3, ankles, 0);
        int right = model.body("right foot");
        int left = model.body("left foot");
        assertEquals(0.3 + ankles[0], simulation.bodyPosition(right, 0), EPS);
        assertEquals(0.9 + ankles[1], simulation.bodyPosition(right, 2), EPS);
        assertEquals(0.3 + ankles[2], simulation.bodyPosition(left, 0), EPS);
        assertEquals(0.9 + ankles[3], simulation.bodyPosition(left, 2), EPS);
    }

    @Test
    void shouldMoveAlikeWithItsLegsExchanged() {
        PlanarBiped one = world("walk");
        PlanarBiped other = world("walk");
        one.reset(random, new double[18], 0);
        other.reset(random, new double[18], 0);
        double[] state = new double[one.stateSize()];
        one.saveState(state, 0);
        exchange(state, 4);
        exchange(state, 13);
        other.restoreState(state, 0);
        SplittableRandom targets = new SplittableRandom(5);
        for (int t = 0; t < 40; t++) {
            double[] action = targets.doubles(6, -0.6, 0.4).toArray();
            one.step(action, 0, new double[18], 0);
            exchange(action, 0);
            other.step(action, 0, new double[18], 0);
            one.saveState(state, 0);
            exchange(state, 4);
            exchange(state, 13);
            double[] mirrored = new double[state.length];
            other.saveState(mirrored, 0);
            assertArrayEquals(state, mirrored, 1e-6, "step " + t);
        }
    }

    private static void exchange(double[] numbers, int at) {
        for (int i = at; i < at + 3; i++) {
            double kept = numbers[i];
            numbers[i] = numbers[i + 3];
            numbers[i + 3] = kept;
        }
    }

    @ParameterizedTest
    @MethodSource("clips")
    void shouldStayFiniteUnderRandomTargets(String clip) {
        PlanarBiped world = world(clip);
        double[] observation = new double[18];
        double[] action = new double[6];
        for (int t = 0; t < 3000; t++) {
            if (t % 100 == 0) {
                world.reset(random, observation, 0);
            }
            for (int i = 0; i < 6; i++) {
                // Also far beyond the bounds, which the world keeps.
                action[i] = 5 * random.nextGaussian();
            }
            double reward = world.step(action, 0, observation, 0);
            assertTrue(reward >= 0 && reward <= 1);
            assertTrue(Arrays.stream(observation).allMatch(Double::isFinite));
        }
    }

    @ParameterizedTest
    @MethodSource("clips")
    void shouldStartOnTheGroundAnywhereInTheClip(String clip) {
        PlanarBiped world = world(clip);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < 200; i++) {
            world.reset(random, new double[18], 0);
            world.simulation.forward();
            for (int c = 0; c < world.simulation.contactCount(); c++) {
                assertTrue(world.simulation.contactDistance(c) > -1e-9);
            }
            assertEquals(0, world.forward());
            least = Math.min(least, world.phase());
            most = Math.max(most, world.phase());
        }
        assertTrue(least < 0.05 * world.reference().duration());
        assertTrue(most > 0.95 * world.reference().duration());
    }

    @Test
    void shouldRewardTheClipWithOne() {
        PlanarBiped world = world("run");
        world.reset(random, new double[18], 0);
        double[] q = world.simulation.positions();
        System.arraycopy(world.expected, 0, q, 0, 9);
        System.arraycopy(world.expectedRates, 0, world.simulation.velocities(), 0, 9);
        assertEquals(1, world.tracking(), EPS);

        q[4] += 0.1;
        double ankle = 2 * 0.40987 * Math.sin(0.05);
        double expected = 0.6 * Math.exp(-0.02) + 0.25 + 0.15 * Math.exp(-20 * ankle * ankle);
        assertEquals(expected, world.tracking(), EPS);
        world.simulation.positions()[4] -= 0.1;
        world.simulation.velocities()[0] += 1;
        assertEquals(0.85 + 0.15 * Math.exp(-1), world.tracking(), EPS);
    }

    /** Held at the mean pose it tips over, and the trunk or the height end the episode. */
    @Test
    void shouldEndWithAFall() {
        PlanarBiped world = world("walk");
        double[] action = middle(world);
        for (int episode = 0; episode < 5; episode++) {
            world.reset(random, new double[18], 0);
            int steps = 0;
            while (!world.terminated() && steps < 300) {
                world.step(action, 0, new double[18], 0);
                steps++;
            }
            assertTrue(world.terminated() && steps > 5, steps + " steps");
        }
    }

    @Test
    void shouldAllowWhatTheClipDoes() {
        PlanarBiped flip = world("flip");
        flip.reset(random, new double[18], 0);
        flip.simulation.positions()[1] = 1.2;
        flip.simulation.positions()[2] = Math.PI;
        assertFalse(flip.lies());
        PlanarBiped walk = world("walk");
        walk.reset(random, new double[18], 0);
        assertFalse(walk.lies());
        walk.simulation.positions()[2] = 1.21;
        assertTrue(walk.lies());
        walk.simulation.positions()[2] = 0;
        walk.simulation.positions()[1] = 0.49;
        assertTrue(walk.lies());
    }

    /** What has blown up is put back, ended and not rewarded. */
    @ParameterizedTest
    @ValueSource(doubles = {500, -500})
    void shouldEndWithABadState(double speed) {
        PlanarBiped world = world("walk");
        double[] observation = new double[18];
        world.reset(random, observation, 0);
        world.simulation.velocities()[0] = speed;
        double[] before = world.simulation.positions().clone();

        assertEquals(0, world.step(middle(world), 0, observation, 0));

        assertTrue(world.terminated());
        assertArrayEquals(before, world.simulation.positions());
        assertTrue(Arrays.stream(observation).allMatch(Double::isFinite));
    }

    /** Upside down and on its way up, its head touches the ground in the first of eight steps. */
    @Test
    void shouldEndWithATouchThatIsOverWithinAStep() {
        PlanarBiped world = world("walk");
        PlanarBiped flip = world("flip");
        for (PlanarBiped each : new PlanarBiped[] {world, flip}) {
            each.reset(random, new double[18], 0);
            double[] q = each.simulation.positions();
            q[1] = 0.72 - 1e-4;
            q[2] = Math.PI;
            Arrays.fill(q, 3, 9, 0);
            Arrays.fill(each.simulation.velocities(), 0);
            each.simulation.velocities()[1] = 3;
            each.step(new double[6], 0, new double[18], 0);
            each.simulation.forward();
            assertFalse(each.touchesBadly(), "it has left the ground");
            assertTrue(each.terminated());
        }
        assertFalse(flip.lies(), "only the touch ends a flip");
    }

    @Test
    void shouldRewardRatesAndPitchByTheirWeights() {
        PlanarBiped world = world("run");
        world.reset(random, new double[18], 0);
        double[] q = world.simulation.positions();
        double[] v = world.simulation.velocities();
        System.arraycopy(world.expected, 0, q, 0, 9);
        System.arraycopy(world.expectedRates, 0, v, 0, 9);
        v[4] += 2;
        v[8] -= 1;
        assertEquals(0.9 + 0.1 * Math.exp(-0.05 * 5), world.tracking(), EPS);
        v[4] -= 2;
        v[8] += 1;
        q[1] += 0.1;
        assertEquals(0.85 + 0.15 * Math.exp(-10 * 0.01), world.tracking(), EPS);
        q[1] -= 0.1;
        q[2] += 0.1;
        // Both ankles go along chords about the hips.
        double[] ankles = new double[4];
        SagittalBody.ankles(q[2], q, 3, ankles, 0);
        double squares = Arrays.stream(ankles).map(x -> x * x).sum();
        double feet = squares * Math.pow(2 * Math.sin(0.05), 2);
        assertEquals(
                0.6 * Math.exp(-2 * 2 * 0.01) + 0.25 + 0.15 * Math.exp(-20 * feet),
                world.tracking(),
                EPS);
    }

    /** Where the clip is after the step, not before it. */
    @Test
    void shouldCompareWithTheClipAfterTheStep() {
        PlanarBiped world = world("run");
        world.reset(random, new double[18], 0);
        double before = world.phase();
        double reward = world.step(middle(world), 0, new double[18], 0);
        double[] expected = new double[9];
        world.reference().position(before + MotionImitation.CONTROL_SECONDS, expected);

        assertArrayEquals(expected, world.expected, EPS);
        assertEquals(world.tracking(), reward);
    }

    /** Pitch and legs by 0.02 rad each: the mean square of 1,400 draws is within 4 errors, 15 %. */
    @Test
    void shouldStartALittleOffTheClip() {
        PlanarBiped world = world("walk");
        double[] expected = new double[9];
        double[] pose = new double[9];
        double sum = 0;
        for (int i = 0; i < 200; i++) {
            world.reset(random, new double[18], 0);
            world.reference().position(world.phase(), expected);
            world.pose(pose);
            sum += Math.pow(world.rotationError(pose, expected), 2) / 200;
        }

        assertEquals(0.02 * 0.02, sum, 0.15 * 0.02 * 0.02);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.59, 0.61, 1.1, 1.199})
    void shouldTellThePhaseOfAWholeCycle(double phase) {
        PlanarBiped world =
                (PlanarBiped) Environments.spec("PlanarBipedPhase-v0:walk").factory().get();
        double[] seen = new double[20];
        world.observeClip(phase, seen);
        world.restoreFromObservation(seen, 0);

        assertEquals(phase, world.phase(), EPS);
    }

    /** In the air, so that nothing but limits constrains it; a little inside and outside. */
    @ParameterizedTest
    @CsvSource({
        "right hip, -1.57, 2.57",
        "left hip, -1.57, 2.57",
        "right knee, -3, 0",
        "left knee, -3, 0",
        "right ankle, -1.57, 1.57",
        "left ankle, -1.57, 1.57"
    })
    void shouldHoldItsJointsWithinTheirReach(String joint, double lower, double upper) {
        Simulation simulation = new Simulation(PlanarBipedModel.build());
        int dof = simulation.model().jointDofStart(simulation.model().joint(joint));
        for (double[] end : new double[][] {{lower, 1}, {upper, -1}}) {
            for (double beyond : new double[] {-0.01, 0.01}) {
                simulation.reset();
                Arrays.fill(simulation.positions(), -0.1);
                simulation.positions()[1] = 5;
                simulation.positions()[dof] = end[0] - end[1] * beyond;
                for (String drive : PlanarBipedModel.DRIVEN) {
                    int driven = simulation.model().joint(drive);
                    // q of a planar body is a number a joint; where it is, no drive pulls.
                    simulation.setPdTarget(driven, simulation.positions()[driven]);
                }
                simulation.forward();
                double force = end[1] * simulation.constraintForces()[dof];
                assertEquals(beyond > 0, force > 0, () -> joint + " pushed by " + force);
            }
        }
    }

    @Test
    void shouldLastTenSeconds() {
        for (EnvironmentSpec spec : MimicWorlds.specs()) {
            assertEquals(10, spec.maxEpisodeSteps() * MotionImitation.CONTROL_SECONDS, EPS);
        }
    }

    @Test
    void shouldContinueToTheBit() {
        PlanarBiped world = world("walk");
        PlanarBiped twin = world("walk");
        double[] observation = new double[18];
        double[] other = new double[18];
        world.reset(random, observation, 0);
        double[] action = middle(world);
        for (int t = 0; t < 12; t++) {
            world.step(action, 0, observation, 0);
            if (t == 4) {
                double[] state = new double[world.stateSize()];
                world.saveState(state, 0);
                twin.restoreState(state, 0);
            } else if (t > 4) {
                double reward = twin.step(action, 0, other, 0);
                assertArrayEquals(observation, other, 0);
                assertEquals(world.tracking(), reward, 0);
            }
        }
        assertEquals(world.phase(), twin.phase());
    }

    @Test
    void shouldTellTheFeaturesOfAnObservation() {
        PlanarBiped world = world("run");
        double[] seen = new double[18];
        world.reset(random, seen, 0);
        double[] q = world.simulation.positions();
        double[] v = world.simulation.velocities();
        StateFeatures features = world.features();
        double[] row = new double[22];
        features.write(seen, 0, row, 0);

        assertEquals(22, features.size());
        double a = q[2] + q[3];
        double b = a + q[4];
        double[] expected = {
            q[1], Math.cos(q[2]), Math.sin(q[2]), 0.5 * v[0], 0.5 * v[1], 0.2 * v[2]
        };
        assertArrayEquals(expected, Arrays.copyOf(row, 6), EPS);
        assertEquals(q[5], row[8], EPS);
        assertEquals(0.1 * v[8], row[17], EPS);
        assertEquals(2 * (0.421546 * Math.sin(a) + 0.40987 * Math.sin(b)), row[18], EPS);
        assertEquals(-2 * (0.421546 * Math.cos(a) + 0.40987 * Math.cos(b)), row[19], EPS);
    }

    @Test
    void shouldShowThePhaseOnlyWhereAsked() {
        PlanarBiped blind = world("walk");
        PlanarBiped told = (PlanarBiped) Environments.spec("PlanarBipedPhase-v0").factory().get();
        assertEquals(18, blind.observationSpace().size());
        assertEquals(20, told.observationSpace().size());
        assertEquals(22, told.features().size());

        double[] seen = new double[20];
        told.reset(random, seen, 0);
        double angle = 2 * Math.PI * told.phase() / told.reference().duration();
        assertEquals(Math.cos(angle), seen[18], EPS);
        assertEquals(Math.sin(angle), seen[19], EPS);
    }

    /** A transition of the clip is a control step long: positions go on by the velocities. */
    @Test
    void shouldDemonstrateTheClip() {
        PlanarBiped world = world("walk");
        Demonstrations shown = world.demonstrations();

        assertFalse(shown.hasActions());
        assertEquals(8, shown.episodes().size());
        assertEquals(8 * 36, shown.steps());
        double[] rows = shown.episodes().get(3).observations();
        double[] expected = new double[9];
        world.reference().position((5 + 3 / 8.0) / 30, expected);
        assertEquals(expected[1], rows[5 * 18], EPS);
        assertEquals(expected[7], rows[5 * 18 + 10], EPS);
        for (int t = 0; t < 35; t++) {
            double way = rows[(t + 1) * 18 + 6] - rows[t * 18 + 6];
            double rates = 10 * (rows[t * 18 + 12] + rows[(t + 1) * 18 + 12]) / 2;
            assertEquals(rates / 30, way, 0.02);
        }
    }

    @Test
    void shouldMeasureTheRotationErrorOfPoses() {
        PlanarBiped world = world("walk");
        double[] pose = {0, 1, 0.1, 0.2, -0.3, 0, 0, 0, 0};
        double[] other = pose.clone();
        other[0] = 5;
        other[2] += 2 * Math.PI;
        assertEquals(0, world.rotationError(pose, other), EPS);
        other[4] += 0.7;
        assertEquals(0.7 / Math.sqrt(7), world.rotationError(pose, other), EPS);
    }

    @Test
    void shouldFollowTheClipOfItsId() {
        assertEquals("walk", world("walk").clip());
        assertEquals("run", world("run").clip());
        assertEquals("Pendulum-v1", Environments.kind("Pendulum-v1"));
        MotionException missing =
                assertThrows(
                        MotionException.class,
                        () -> Environments.spec("PlanarBiped-v0:/no/such.txt"));
        assertEquals("such.txt: there is no such file", missing.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Environments.spec("Pendulum-v1:walk"));
    }
}
