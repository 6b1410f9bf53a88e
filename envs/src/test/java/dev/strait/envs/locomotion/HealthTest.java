package dev.strait.envs.locomotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Environments;
import dev.strait.envs.Pcg64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where episodes end, to the last digit, and what the edge itself counts for. */
class HealthTest {

    private static LocomotionWorld begun(String id) {
        LocomotionWorld world = (LocomotionWorld) Environments.make(id).world();
        world.reset(new Pcg64(0), new double[world.observationSpace().size()], 0);
        return world;
    }

    /**
     * One coordinate at the edge and a little to either side. Gymnasium 1.3.0's {@code is_healthy}:
     * strict in Hopper, Walker2d and Humanoid, not so in Ant and the pendulum.
     */
    @ParameterizedTest
    @CsvSource({
        "Hopper, 1, 0.7, true, down",
        "Hopper, 2, 0.2, true, up",
        "Hopper, 2, -0.2, true, down",
        "Hopper, 5, 100, true, up",
        "Hopper, 3, -100, true, down",
        "Walker2d, 1, 0.8, true, down",
        "Walker2d, 1, 2, true, up",
        "Walker2d, 2, 1, true, up",
        "Walker2d, 2, -1, true, down",
        "Humanoid, 2, 1, true, down",
        "Humanoid, 2, 2, true, up",
        "Ant, 2, 0.2, false, down",
        "Ant, 2, 1, false, up",
        "InvertedPendulum, 1, 0.2, false, up",
        "InvertedPendulum, 1, -0.2, false, down"
    })
    void shouldEndBeyondTheEdge(
            String name, int coordinate, double edge, boolean onIt, String direction) {
        for (Edition edition : Edition.values()) {
            LocomotionWorld world = begun(name + edition.suffix());
            double outwards = direction.equals("up") ? 1e-9 : -1e-9;
            world.q[coordinate] = edge - outwards;
            assertFalse(world.ended(), edition + " inside");
            world.q[coordinate] = edge;
            assertEquals(onIt, world.ended(), edition + " on it");
            world.q[coordinate] = edge + outwards;
            assertTrue(world.ended(), edition + " outside");
        }
    }

    /** Only where a hopper is does not matter, nor how a walker's legs stand. */
    @ParameterizedTest
    @CsvSource({
        "Hopper-v4, 0, 1000",
        "Walker2d-v5, 0, -1000",
        "Walker2d-v4, 5, 200",
        "Ant-v5, 0, 500",
        "HalfCheetah-v4, 1, -50",
        "Swimmer-v4, 2, 90",
        "Reacher-v4, 0, 90",
        "InvertedPendulum-v4, 0, 0.9"
    })
    void shouldGoOnWherever(String id, int coordinate, double value) {
        LocomotionWorld world = begun(id);
        world.q[coordinate] = value;
        assertFalse(world.ended());
    }

    @Test
    void shouldEndAHopperThatIsTooFast() {
        LocomotionWorld hopper = begun("Hopper-v4");
        for (double speed : new double[] {100, -100}) {
            hopper.v[5] = 0.999 * speed;
            assertFalse(hopper.ended());
            hopper.v[5] = speed;
            assertTrue(hopper.ended());
        }
    }

    /** Its tip stands 1.2 m above the rail where both poles, of 0.6 m, do. */
    @ParameterizedTest
    @CsvSource({"0, 0, false", "0.5, 0, false", "0.6, 0, true", "-0.6, 0, true", "0, 1.58, true"})
    void shouldEndWhereTheUpperPolesTipIsLow(double first, double second, boolean ends) {
        LocomotionWorld world = begun("InvertedDoublePendulum-v4");
        world.q[1] = first;
        world.q[2] = second;
        world.begin();
        assertEquals(ends, world.ended());
    }

    /** Whoever goes on from a saved state is told that it was the last one. */
    @Test
    void shouldEndWhereASavedStateHasEnded() {
        LocomotionWorld hopper = begun("Hopper-v4");
        hopper.q[1] = 0.6;
        double[] fallen = new double[hopper.stateSize()];
        hopper.saveState(fallen, 0);
        LocomotionWorld other = begun("Hopper-v4");
        assertFalse(other.terminated());

        other.restoreState(fallen, 0);

        assertTrue(other.terminated());
    }

    /** 5·10⁻⁷ f² at most 10, in v5 alone; 5 for its health and no speed beside. */
    @ParameterizedTest
    @CsvSource({
        "Humanoid-v5, 2000, 2",
        "Humanoid-v5, 1e4, 10",
        "Humanoid-v4, 1e4, 0",
        "Humanoid-v5, 0, 0"
    })
    void shouldChargeAHumanoidForContactsUpToTen(String id, double force, double cost) {
        LocomotionWorld humanoid = begun(id);
        double[] values = humanoid.afterimage.values;
        values[values.length - 1] = force;

        assertEquals(5 - cost, humanoid.reward(humanoid.mark(), 0), 1e-9);
    }
}
