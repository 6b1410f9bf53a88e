package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of a falling weight, v′ = v − g h and q′ = q + h v′, with errors put into q′. */
class PhysicsAgreementTest {

    private static final int ROWS = 200;

    /** One of every type of geom, by MuJoCo's numbers, that touches nothing. */
    private static final String MODEL =
            """
            nbody 1 2
            njnt 1 1
            nq 1 1
            nv 1 1
            ngeom 1 5
            nu 1 0
            dt 1 0.01
            rk4 1 0
            gravity 3 0 0 -10
            body_parentid 2 0 0
            body_jntnum 2 0 1
            body_jntadr 2 -1 0
            body_mass 2 0 1
            body_inertia 6 0 0 0 0.1 0.1 0.1
            body_ipos 6 0 0 0 0 0 0
            body_iquat 8 1 0 0 0 1 0 0 0
            body_pos 6 0 0 0 0 0 0
            body_quat 8 1 0 0 0 1 0 0 0
            body_invweight0 4 0 0 1 1
            qpos0 1 0
            qpos_spring 1 0
            jnt_type 1 2
            jnt_limited 1 0
            jnt_bodyid 1 1
            jnt_pos 3 0 0 0
            jnt_axis 3 0 0 1
            jnt_stiffness 1 0
            jnt_range 2 0 0
            jnt_margin 1 0
            jnt_solref 2 0.02 1
            jnt_solimp 5 0.9 0.95 0.001 0.5 2
            jnt_dofadr 1 0
            dof_armature 1 0
            dof_damping 1 0
            dof_invweight0 1 1
            geom_type 5 0 2 3 5 6
            geom_bodyid 5 0 1 1 1 1
            geom_contype 5 0 0 0 0 0
            geom_conaffinity 5 0 0 0 0 0
            geom_condim 5 3 3 3 3 3
            geom_pos 15 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
            geom_quat 20 1 0 0 0 1 0 0 0 1 0 0 0 1 0 0 0 1 0 0 0
            geom_size 15 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1
            geom_friction 15 1 0 0 1 0 0 1 0 0 1 0 0 1 0 0
            geom_margin 5 0 0 0 0 0
            geom_solref 10 0.02 1 0.02 1 0.02 1 0.02 1 0.02 1
            geom_solimp 25 .9 .95 .1 .5 2 .9 .95 .1 .5 2 .9 .95 .1 .5 2 .9 .95 .1 .5 2 .9 .95 .1 .5 2
            geom_solmix 5 1 1 1 1 1
            geom_priority 5 0 0 0 0 0
            actuator_dof 0
            actuator_gear 0
            actuator_ctrlrange 0
            """;

    @TempDir Path folder;

    private PhysicsAgreement.Result of(int rows, IntToDoubleFunction error) throws IOException {
        Files.writeString(folder.resolve("weight_model.txt"), MODEL);
        StringBuilder steps = new StringBuilder("# q, v, q', v', contacts, iterations\n");
        for (int i = 0; i < rows; i++) {
            double v = 0.5 - 0.1;
            double q = 0.01 * i + 0.01 * v;
            steps.append(0.01 * i).append(",0.5,").append(q + error.applyAsDouble(i));
            steps.append(',').append(v).append(",0,0\n");
        }
        Files.writeString(folder.resolve("weight_steps.csv"), steps);
        return PhysicsAgreement.of(folder).get(0);
    }

    /** Errors of 0 to 0.199 m in a mixed order: 79 and 200 have no common factor. */
    @Test
    void shouldOrderTheErrors() throws IOException {
        PhysicsAgreement.Result result = of(ROWS, i -> i * 79 % ROWS * 1e-3);

        assertEquals("weight", result.model());
        assertEquals(ROWS, result.steps());
        assertEquals(0.1, result.median(), 1e-12);
        assertEquals(0.198, result.percentile99(), 1e-12);
        assertEquals(0.199, result.largest(), 1e-12);
        assertEquals(199, result.worstRow() * 79 % ROWS);
    }

    @Test
    void shouldTakeNaNForTheWorst() throws IOException {
        PhysicsAgreement.Result result = of(9, i -> i == 4 ? Double.NaN : 0.01 * i);

        assertTrue(Double.isNaN(result.largest()));
        assertEquals(4, result.worstRow());
    }

    @Test
    void shouldRefuseARecordingWithoutSteps() {
        String message =
                assertThrows(IllegalArgumentException.class, () -> of(0, i -> 0)).getMessage();
        assertEquals("weight_steps.csv has no steps", message);
    }

    @Test
    void shouldKnowMujocosTypesOfGeoms() throws IOException {
        Files.writeString(folder.resolve("weight_model.txt"), MODEL);
        Model model = PhysicsAgreement.model(folder, "weight");
        List<GeomType> types =
                List.of(
                        GeomType.PLANE,
                        GeomType.SPHERE,
                        GeomType.CAPSULE,
                        GeomType.CYLINDER,
                        GeomType.BOX);
        for (int i = 0; i < 5; i++) {
            assertEquals(types.get(i), model.geomType(i));
        }
    }
}
