package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Closed forms; other models are compared with MuJoCo in {@link CompiledModelsTest}. */
class InverseWeightsTest {

    private static Model of(BodySpec body) {
        return new ModelBuilder(ModelOptions.DEFAULTS).body(body).build();
    }

    /** A rod of moment I about its pivot: 1/(I + a); its centre at l moves l times as fast. */
    @Test
    void shouldKnowAPendulum() {
        double mass = 3;
        double length = 0.5;
        double moment = mass * length * length + 0.2;
        Model model =
                of(
                        BodySpec.named("rod")
                                .joint(JointSpec.hinge("pivot", 0, 1, 0).armature(0.1))
                                .inertial(
                                        mass,
                                        new double[] {0, 0, -length},
                                        Orientation.NONE,
                                        new double[] {0.3, 0.2, 0.3}));

        double free = 1 / (moment + 0.1);
        assertEquals(free, model.dofInvweight[0], 1e-14);
        assertEquals(free * length * length / 3, model.bodyInvweight[2], 1e-14);
        assertEquals(free / 3, model.bodyInvweight[3], 1e-14);
    }

    /** A free body about its own centre: 1/m, and the mean of the inverse moments. */
    @Test
    void shouldKnowAFreeBody() {
        Model model =
                of(
                        BodySpec.named("top")
                                .at(1, 2, 3)
                                .turned(Orientation.about(1, 1, 1, 0.7))
                                .joint(JointSpec.free("root"))
                                .inertial(
                                        4,
                                        new double[3],
                                        Orientation.about(0, 1, 2, 0.3),
                                        new double[] {2, 1.5, 1}));

        double turning = (1 / 2.0 + 1 / 1.5 + 1) / 3;
        assertArrayEquals(
                new double[] {0.25, 0.25, 0.25, turning, turning, turning},
                model.dofInvweight,
                1e-14);
        assertEquals(0.25, model.bodyInvweight[2], 1e-14);
        assertEquals(turning, model.bodyInvweight[3], 1e-14);
    }

    /** The particle of the C-maze (physics-equations.md 1.7): 1/m, not two thirds of it. */
    @Test
    void shouldTakeASlidingLeafWhole() {
        Model particle =
                of(
                        BodySpec.named("particle")
                                .joint(JointSpec.slide("x", 1, 0, 0).armature(0.3))
                                .joint(JointSpec.slide("y", 0, -1, 0))
                                .geom(GeomSpec.sphere("particle", 0.03)));

        assertEquals(8.841941282883075, particle.bodyInvweight[2], 1e-13);
        assertEquals(0, particle.bodyInvweight[3]);
        assertEquals(8.841941282883075, particle.dofInvweight[0], 1e-13);
    }

    /** [4 2; 2 3]: determinant 8. */
    @Test
    void shouldInvert() {
        double[][] inverse = new SymmetricInverse(new double[][] {{4, 2}, {2, 3}}).inverse();

        assertArrayEquals(new double[] {3.0 / 8, -2.0 / 8}, inverse[0], 1e-15);
        assertArrayEquals(new double[] {-2.0 / 8, 4.0 / 8}, inverse[1], 1e-15);
    }

    @Test
    void shouldSayWhichRowDependsOnOthers() {
        SymmetricInverse.Singular singular =
                assertThrows(
                        SymmetricInverse.Singular.class,
                        () -> new SymmetricInverse(new double[][] {{4, 2}, {2, 1}}));

        assertEquals(1, singular.row);
    }
}
