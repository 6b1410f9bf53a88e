package dev.strait.envs.mimic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Environments;
import dev.strait.envs.StateFrames;
import dev.strait.envs.World;
import dev.strait.envs.physics.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlanarFramesTest {

    private static final int SIDE = StateFrames.SIDE;
    private static final double SCALE = SIDE / 2.2;

    private final World world = Environments.spec("PlanarBiped-v0:run").factory().get();
    private final StateFrames frames = world.frames().orElseThrow();

    /** Height, pitch and six angles, at rest. */
    private static double[] observation(double height, double pitch, double... angles) {
        double[] observation = new double[18];
        observation[0] = height;
        observation[1] = Math.cos(pitch);
        observation[2] = Math.sin(pitch);
        System.arraycopy(angles, 0, observation, 6, 6);
        return observation;
    }

    private double[] frame(double... observation) {
        double[] picture = new double[SIDE * SIDE];
        frames.write(observation, 0, picture, 0);
        return picture;
    }

    private static double at(double[] picture, double forward, double up) {
        int column = (int) Math.floor((forward + 1.1) * SCALE);
        int row = (int) Math.floor((2.0 - up) * SCALE);
        return picture[row * SIDE + column];
    }

    /** Where the physics has knees, ankles and head, legs spread so that nothing is hidden. */
    @Test
    void shouldDrawTheBodyWhereThePhysicsHasIt() {
        double[] q = {0, 1.0, -0.15, 0.9, -0.5, 0.1, -0.6, -0.4, 0.2};
        Simulation simulation = new Simulation(PlanarBipedModel.build());
        System.arraycopy(q, 0, simulation.positions(), 0, 9);
        simulation.forward();
        double[] picture = frame(observation(q[1], q[2], 0.9, -0.5, 0.1, -0.6, -0.4, 0.2));

        for (String part : new String[] {"shank", "foot"}) {
            int right = simulation.model().body("right " + part);
            int left = simulation.model().body("left " + part);
            assertEquals(1, seen(picture, simulation, right), 1e-9, "right " + part);
            assertEquals(0.4, seen(picture, simulation, left), 1e-9, "left " + part);
        }
        double headX = -0.62 * Math.sin(q[2]);
        double headZ = q[1] + 0.62 * Math.cos(q[2]);
        assertEquals(0.7, at(picture, headX, headZ), 1e-9);
        assertEquals(0, at(picture, headX + 0.2, headZ));
        assertEquals(0.25, at(picture, -1, -0.1));
        assertEquals(1, at(picture, -1.1 + 0.4 * 0.55 + 0.05, -0.1), 1e-9, "a mark");
        assertEquals(0, at(picture, -1, 0.05));
    }

    private static double seen(double[] picture, Simulation simulation, int body) {
        return at(picture, simulation.bodyPosition(body, 0), simulation.bodyPosition(body, 2));
    }

    /** A camera that goes along sees how high the body is, not how far it came. */
    @Test
    void shouldRiseWithTheBody() {
        double pixel = 1 / SCALE;
        double[] low = frame(observation(1, 0.1, 0.3, -0.4, 0, -0.2, -0.3, 0));
        double[] high = frame(observation(1 + 2 * pixel, 0.1, 0.3, -0.4, 0, -0.2, -0.3, 0));
        int body = SIDE * (SIDE - 12);
        assertArrayEquals(
                Arrays.copyOfRange(low, 2 * SIDE, body),
                Arrays.copyOfRange(high, 0, body - 2 * SIDE),
                1e-9);
    }

    @Test
    void shouldShowNothingOfOtherRates() {
        double[] observation = observation(0.9, 0.2, 0.3, -0.4, 0, -0.2, -0.3, 0);
        double[] still = frame(observation);
        for (int i : new int[] {4, 5, 12, 13, 14, 15, 16, 17}) {
            observation[i] = 3;
        }
        assertArrayEquals(still, frame(observation));
    }

    /**
     * A camera at 3 m/s passes 0.1 m in 1/30 s: a mark of 0.1 m is twice as wide and at most half
     * as bright, to the right of where it ends; backwards to its left. No light is lost.
     */
    @Test
    void shouldSmearMarksBySpeed() {
        double[] observation = observation(0.9, 0.2, 0.3, -0.4, 0, -0.2, -0.3, 0);
        double[] still = light(frame(observation));
        observation[3] = 0.3 * 3;
        double[] forward = light(frame(observation));
        observation[3] = -0.3 * 3;
        double[] backward = light(frame(observation));

        double light = 4 * 0.1 * SCALE;
        for (double[] each : List.of(still, forward, backward)) {
            assertEquals(light, each[0], 1e-9);
        }
        assertEquals(0.05 * SCALE, forward[1] - still[1], 0.02, "the centre moves by 0.05 m");
        assertEquals(-0.05 * SCALE, backward[1] - still[1], 0.02);
    }

    /** Of the last row: how much of the marks there is, in pixels, and its mean place. */
    private static double[] light(double... picture) {
        double sum = 0;
        double moment = 0;
        for (int column = 0; column < SIDE; column++) {
            double marked = (picture[(SIDE - 1) * SIDE + column] - 0.25) / 0.75;
            sum += marked;
            moment += marked * (column + 0.5);
        }
        return new double[] {sum, moment / sum};
    }

    @Test
    void shouldTellTheLegsApart() {
        double[] one = frame(observation(0.9, 0, 0.5, -0.4, 0, -0.2, -0.3, 0));
        double[] other = frame(observation(0.9, 0, -0.2, -0.3, 0, 0.5, -0.4, 0));
        double apart = 0;
        for (int i = 0; i < one.length; i++) {
            apart += Math.abs(one[i] - other[i]);
        }
        assertTrue(apart > 50, "sum of differences " + apart);
    }

    @Test
    void shouldStayWithinItsLevels() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 200; i++) {
            double[] angles = random.doubles(6, -3, 3).toArray();
            double[] picture =
                    frame(observation(random.nextDouble(0, 3), random.nextDouble(-9, 9), angles));
            assertTrue(Arrays.stream(picture).allMatch(v -> v >= 0 && v <= 1));
        }
    }

    /** The phase of the clip, which some worlds show their policies, is not to be seen. */
    @Test
    void shouldSeeEveryBipedAlikeAndOtherWorldsNot() {
        World other = Environments.spec("PlanarBipedPhase-v0").factory().get();
        double[] observation = observation(0.9, 0.2, 0.3, -0.4, 0, -0.2, -0.3, 0);
        double[] picture = new double[SIDE * SIDE];
        other.frames().orElseThrow().write(Arrays.copyOf(observation, 20), 0, picture, 0);
        assertArrayEquals(frame(observation), picture);
        assertNotEquals(0, Arrays.stream(picture).sum());
        assertFalse(Environments.spec("CartPole-v1").factory().get().frames().isPresent());
        assertFalse(Environments.spec("Humanoid3D-v0").factory().get().frames().isPresent());
    }
}
