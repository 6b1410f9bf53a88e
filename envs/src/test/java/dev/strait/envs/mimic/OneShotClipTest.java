package dev.strait.envs.mimic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.AbsorbingWorld;
import dev.strait.envs.Box;
import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.Pcg64;
import dev.strait.envs.StepBatch;
import dev.strait.envs.VectorEnvironment;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import dev.strait.envs.motion.OwnClips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clip that is over when it ends: a jump of 1.5 s, 45 control steps. */
class OneShotClipTest {

    private static final double EPS = 1e-9;
    private static final double STEP = MotionImitation.CONTROL_SECONDS;

    private static EnvironmentSpec once(String kind) {
        return MimicWorlds.spec(kind, "once", OwnClips.named("jump").looped(false));
    }

    private static MimicWorld world(String kind) {
        return (MimicWorld) once(kind).factory().get();
    }

    private static double[] resting(MimicWorld world) {
        Box bounds = (Box) world.actionSpace();
        double[] action = new double[bounds.size()];
        for (int i = 0; i < action.length; i++) {
            action[i] = (bounds.low(i) + bounds.high(i)) / 2;
        }
        return action;
    }

    private static void setPhase(MimicWorld world, double phase) {
        double[] state = new double[world.stateSize()];
        world.saveState(state, 0);
        state[state.length - 1] = phase;
        world.restoreState(state, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PlanarBiped-v0", "Humanoid3D-v0"})
    void shouldCutTheEpisodeWithoutAFall(String kind) {
        Environment environment = new Environment(once(kind));
        MimicWorld world = (MimicWorld) environment.world();
        environment.reset(1);
        while (world.phase() > 0.2) {
            environment.reset();
        }
        setPhase(world, 1.5 - 1.5 * STEP);

        Environment.Step last = environment.step(resting(world));
        assertFalse(last.terminated() || last.truncated());
        last = environment.step(resting(world));
        assertTrue(last.truncated());
        assertFalse(last.terminated());
        assertThrows(IllegalStateException.class, () -> environment.step(resting(world)));
    }

    @Test
    void shouldCutEveryWorldOfMany() {
        MimicWorld world = world("PlanarBiped-v0");
        double[] action = resting(world);
        double[] actions = new double[18];
        for (int i = 0; i < 18; i++) {
            actions[i] = action[i % 6];
        }
        int cut = 0;
        try (VectorEnvironment worlds = Environments.makeVector(once("PlanarBiped-v0"), 3, 1)) {
            StepBatch steps = new StepBatch(3, 18);
            worlds.reset(1, new double[54]);
            VectorEnvironment.Snapshot before = worlds.save();
            int size = world.stateSize();
            for (int t = 0; t < 100; t++) {
                worlds.step(actions, steps);
                for (int i = 0; i < 3; i++) {
                    boolean over = before.states()[(i + 1) * size - 1] + STEP >= 1.5;
                    assertEquals(over, steps.truncated[i]);
                    cut += over ? 1 : 0;
                }
                before = worlds.save();
            }
        }
        assertTrue(cut > 3, cut + " ends of the clip");
    }

    @Test
    void shouldNeverCutWhereTheClipGoesOn() {
        MimicWorld world = (MimicWorld) Environments.spec("PlanarBiped-v0:jump").factory().get();
        world.reset(new Pcg64(1), new double[18], 0);
        setPhase(world, 7.5);
        assertFalse(world.truncated());
    }

    /** Whoever has fallen in a world without ends still has no more to do than the clip has. */
    @Test
    void shouldCutAWorldThatAbsorbsFalls() {
        MimicWorld world = world("PlanarBiped-v0");
        AbsorbingWorld absorbing = new AbsorbingWorld(world);
        absorbing.reset(new Pcg64(1), new double[18], 0);
        setPhase(world, 1.4);
        assertFalse(absorbing.truncated());
        setPhase(world, 1.5);
        assertTrue(absorbing.truncated());
        assertFalse(absorbing.terminated());
    }

    /** Nobody is shown standing where the clip is over. */
    @Test
    void shouldDemonstrateToTheEnd() {
        MimicWorld world = world("PlanarBiped-v0");
        Demonstrations shown = world.demonstrations();

        assertEquals(45 + 7 * 44, shown.steps());
        double[] expected = new double[9];
        for (int start = 0; start < 8; start++) {
            Episode episode = shown.episodes().get(start);
            double time = (episode.length() + start / 8.0) * STEP;
            assertTrue(time <= 1.5 + EPS);
            world.reference().position(time, expected);
            assertEquals(expected[3], episode.observations()[episode.length() * 18 + 6], EPS);
        }
    }

    /** Were it a whole turn, the end would look like the beginning. */
    @Test
    void shouldTellTheEndFromTheBeginning() {
        MimicWorld world = world("PlanarBipedPhase-v0");
        double[] seen = new double[20];
        world.reset(new Pcg64(1), seen, 0);

        for (double[] angle : new double[][] {{0.75, 0.5}, {1.5, 1}, {1.6, 1}}) {
            setPhase(world, angle[0]);
            world.observe(seen, 0);
            assertEquals(Math.cos(Math.PI * angle[1]), seen[18], EPS);
            assertEquals(Math.sin(Math.PI * angle[1]), seen[19], EPS);
            world.restoreFromObservation(seen, 0);
            assertEquals(Math.min(1.5, angle[0]), world.phase(), EPS);
        }
    }

    @Test
    void shouldFollowAClipOfOnesOwnMaking() {
        double[] own = new double[9];
        double[] mirrored = new double[9];
        EnvironmentSpec spec =
                MimicWorlds.spec("PlanarBiped-v0", "mine", OwnClips.named("run").mirrored());
        MotionImitation world = (MotionImitation) spec.factory().get();
        MotionImitation run =
                (MotionImitation) Environments.spec("PlanarBiped-v0:run").factory().get();
        world.reference().position(0.1, mirrored);
        run.reference().position(0.1, own);

        assertEquals("mine", spec.id());
        assertArrayEquals(
                new double[] {own[6], own[7], own[8], own[3], own[4], own[5]},
                new double[] {
                    mirrored[3], mirrored[4], mirrored[5], mirrored[6], mirrored[7], mirrored[8]
                },
                EPS);
        assertThrows(
                IllegalArgumentException.class,
                () -> MimicWorlds.spec("Walker2d-v4", "mine", OwnClips.named("run")));
    }
}
