package dev.strait.envs.mimic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Environments;
import dev.strait.envs.Pcg64;
import dev.strait.envs.StateFeatures;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import dev.strait.envs.motion.OwnClips;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipDifferenceTest {

    private static final double EPS = 1e-9;

    private static MimicWorld world(String id) {
        return (MimicWorld) Environments.spec(id).factory().get();
    }

    /** By hand: of a state 0.2 s ahead of the phase that it observes, height, hip and speed. */
    @Test
    void shouldTellWhatAStateLacksOfTheClip() {
        MimicWorld world = world("PlanarBipedPhase-v0:run");
        StateFeatures differences = world.differences().orElseThrow();
        double[] seen = new double[20];
        world.observeClip(0.3, seen);
        double angle = 2 * Math.PI * 0.1 / 0.7;
        seen[18] = Math.cos(angle);
        seen[19] = Math.sin(angle);
        double[] q = new double[9];
        double[] v = new double[9];
        double[] ahead = new double[9];
        double[] aheadRates = new double[9];
        world.reference().position(0.1, q);
        world.reference().velocity(0.1, v);
        world.reference().position(0.3, ahead);
        world.reference().velocity(0.3, aheadRates);
        double[] lacks = new double[24];

        differences.write(seen, 0, lacks, 2);

        assertEquals(22, differences.size());
        assertEquals(q[1] - ahead[1], lacks[2], EPS);
        assertEquals(0.5 * (v[0] - aheadRates[0]), lacks[5], EPS);
        assertEquals(q[3] - ahead[3], lacks[8], EPS);
        assertEquals(0, lacks[0] + lacks[1], "nothing is written before its row");
        assertTrue(lacks[8] > 0.2, () -> "the hip lacks " + lacks[8]);
    }

    @ParameterizedTest
    @CsvSource({
        "PlanarBipedPhase-v0, true",
        "PlanarBipedPhase-v0, false",
        "Humanoid3DPhase-v0, true",
        "Humanoid3DPhase-v0, false"
    })
    void shouldFindNothingLackingInTheClip(String kind, boolean looping) {
        MimicWorld world =
                (MimicWorld)
                        MimicWorlds.spec(kind, "flip", OwnClips.named("flip").looped(looping))
                                .factory()
                                .get();
        StateFeatures differences = world.differences().orElseThrow();
        Demonstrations shown = world.demonstrations();
        double[] lacks = new double[differences.size()];
        int size = shown.observationSize();
        int lacking = 0;
        for (Episode episode : shown.episodes()) {
            for (int t = 0; t <= episode.length(); t++) {
                differences.write(episode.observations(), t * size, lacks, 0);
                lacking += Arrays.stream(lacks).allMatch(lack -> Math.abs(lack) < EPS) ? 0 : 1;
            }
        }
        // At the seam of cycles velocities have two values.
        assertTrue(lacking <= (looping ? 3 : 0), lacking + " states lack something");
    }

    /** Whoever computes differences may do so between two steps. */
    @Test
    void shouldLeaveTheWorldAsItIs() {
        MimicWorld world = world("PlanarBipedPhase-v0:run");
        double[] seen = new double[20];
        world.reset(new Pcg64(1), seen, 0);
        double[] before = new double[world.stateSize()];
        double[] after = new double[world.stateSize()];
        world.saveState(before, 0);

        world.differences().orElseThrow().write(seen, 0, new double[22], 0);

        world.saveState(after, 0);
        assertArrayEquals(before, after);
    }

    @Test
    void shouldNeedThePhase() {
        assertTrue(world("PlanarBiped-v0").differences().isEmpty());
    }

    @Test
    void shouldNotRaiseWhoHasFallen() {
        MimicWorld world = world("PlanarBipedPhase-v0:walk");
        double[] seen = new double[20];
        world.reset(new Pcg64(1), seen, 0);
        world.simulation.positions()[2] = 1.5;
        world.step(new double[6], 0, seen, 0);
        assertTrue(world.terminated());

        world.differences().orElseThrow().write(seen, 0, new double[22], 0);

        assertTrue(world.terminated());
    }
}
