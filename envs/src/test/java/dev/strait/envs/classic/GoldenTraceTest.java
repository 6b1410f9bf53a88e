package dev.strait.envs.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Environment;
import dev.strait.envs.Environments;
import org.junit.jupiter.api.Test;

/**
 * Ten steps of each world; states and sums of rewards were printed by Gymnasium 1.3.0, which
 * differs from 0.29.1 in CartPole's last digits (the continuous car's were worked in Python by the
 * rules of 0.29.1). Ends and walls are worked by hand.
 */
class GoldenTraceTest {

    @Test
    void shouldBalanceAsGymnasium() {
        Environment world = from("CartPole-v1", .01, -.02, .03, .04);
        assertEquals(10, walk(world, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1));
        assertState(
                world,
                1e-12,
                .040823144887772576,
                .3681533669141926,
                -.008104171819457613,
                -.49927058046118256);
    }

    @Test
    void shouldSwingAsGymnasium() {
        Environment world = from("Pendulum-v1", 1, .5);
        double sum = walk(world, 2, -2, 1, .5, -.5, 3, -3, 0, 0, 1);
        assertEquals(-50.964367659858006, sum, 1e-12);
        assertState(world, 1e-12, 3.187876800424099, 6.965206158652457);
    }

    @Test
    void shouldPumpAsGymnasium() {
        Environment world = from("Acrobot-v1", .05f, -.05f, .1f, -.1f);
        assertEquals(-10, walk(world, 0, 2, 1, 2, 0, 2, 2, 0, 1, 2));
        assertState(
                world,
                1e-12,
                .0155946303088378,
                -.000736530739991928,
                .2614591462800058,
                -.472428050058477);
    }

    @Test
    void shouldRockAsGymnasium() {
        Environment world = from("MountainCar-v0", -.5, 0);
        assertEquals(-10, walk(world, 0, 0, 2, 2, 2, 1, 0, 2, 2, 2));
        assertState(world, 1e-15, -.5042725434859993, .0015673870455627913);
    }

    @Test
    void shouldRoundTheContinuousCarToFloat32AndChargeForTheUnclippedAction() {
        Environment world = from("MountainCarContinuous-v0", -.5, 0);
        double sum = walk(world, 1, -1, .5, .25, -2, 2, 0, 0, 1, 1);
        assertEquals(-1.23125, sum, 1e-15);
        // Gymnasium under NumPy 2 prints .002309830393642187: it multiplies in float32 there. The
        // recordings, and this port, promote to float64 as NumPy 1 does.
        assertState(world, 0, -.4969022274017334, .0023098299279809);
    }

    /** Explicit Euler: 0.02 s at 1 m/s and at 0.5 rad/s, whatever the push. */
    @Test
    void shouldMovePositionsWithTheOldVelocities() {
        Environment world = from("CartPole-v1", 0, 1, 0, 0.5);
        world.step(1);
        double[] state = state(world);
        assertEquals(0.02, state[0], 1e-17);
        assertEquals(0.01, state[2], 1e-17);
    }

    @Test
    void shouldEndACartPoleBeyondItsLimitsAndStillPay() {
        double limit = 12 * Math.PI / 180;
        assertFalse(from("CartPole-v1", 2.4 - 0.021, 1, 0, 0).step(1).terminated());
        assertTrue(from("CartPole-v1", 2.4 - 0.019, 1, 0, 0).step(1).terminated());
        assertTrue(from("CartPole-v1", -2.4 + 0.019, -1, 0, 0).step(1).terminated());
        assertFalse(from("CartPole-v1", 0, 0, limit - 0.021, 1).step(1).terminated());
        Environment.Step fallen = from("CartPole-v1", 0, 0, -limit + 0.019, -1).step(1);
        assertTrue(fallen.terminated());
        assertEquals(1, fallen.reward());
    }

    /** Hanging still, θ = π: cost π² whichever way the remainder rounds, and no gravity. */
    @Test
    void shouldCostMostWhenHanging() {
        assertEquals(-Math.PI * Math.PI, from("Pendulum-v1", Math.PI, 0).step(0).reward(), 1e-12);
        assertEquals(
                -Math.PI * Math.PI, from("Pendulum-v1", -5 * Math.PI, 0).step(0).reward(), 1e-10);
        assertEquals(-0.1 * 4 - 0.001 * 4, from("Pendulum-v1", 0, 2).step(9).reward(), 1e-15);
    }

    @Test
    void shouldHoldThePendulumToItsTopSpeed() {
        Environment world = from("Pendulum-v1", Math.PI / 2, 8);
        assertEquals(8, world.step(2).observation()[2]);
        assertState(world, 1e-15, Math.PI / 2 + 0.4, 8);
    }

    @Test
    void shouldPayNothingForTheAcrobotStepThatEnds() {
        Environment.Step up = from("Acrobot-v1", Math.PI, 0, 0, 0).step(1);
        assertTrue(up.terminated());
        assertEquals(0, up.reward());
        Environment.Step hanging = from("Acrobot-v1", 0, 0, 0, 0).step(1);
        assertFalse(hanging.terminated());
        assertEquals(-1, hanging.reward());
    }

    @Test
    void shouldStopTheCarAtTheLeftWall() {
        Environment world = from("MountainCar-v0", -1.19, -0.07);
        world.step(0);
        assertState(world, 0, -1.2, 0);
    }

    @Test
    void shouldArriveAtTheGoalOnlyForwards() {
        assertTrue(from("MountainCar-v0", 0.49, 0.05).step(2).terminated());
        assertFalse(from("MountainCar-v0", 0.59, -0.05).step(0).terminated());
        Environment.Step arrived = from("MountainCarContinuous-v0", 0.44, 0.05).step(0.5);
        assertTrue(arrived.terminated());
        assertEquals(100 - 0.1 * 0.25, arrived.reward(), 1e-15);
    }

    private static Environment from(String id, double... state) {
        Environment environment = Environments.make(id);
        environment.reset(0);
        environment.world().restoreState(state, 0);
        return environment;
    }

    private static double walk(Environment environment, double... actions) {
        double sum = 0;
        for (double action : actions) {
            sum += environment.step(action).reward();
        }
        return sum;
    }

    private static double[] state(Environment environment) {
        double[] state = new double[environment.world().stateSize()];
        environment.world().saveState(state, 0);
        return state;
    }

    private static void assertState(Environment environment, double tolerance, double... expected) {
        assertArrayEquals(expected, state(environment), tolerance);
    }
}
