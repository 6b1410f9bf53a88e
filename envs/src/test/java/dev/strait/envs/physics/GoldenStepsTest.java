package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.physics.mjcf.MjcfReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Single steps that MuJoCo 3.14 made of Strait's own model files, each from a cold start with its
 * Newton solver run to 1e-14. A row is (q, v, controls, next q, next v, contacts, rows).
 */
class GoldenStepsTest {

    @ParameterizedTest
    @CsvSource({
        "hopper, /dev/strait/envs/locomotion/hopper.xml, 24",
        "half_cheetah, /dev/strait/envs/locomotion/half_cheetah.xml, 24",
        "humanoid, /dev/strait/envs/locomotion/humanoid.xml, 10",
        "mixed, mixed.xml, 36"
    })
    void shouldStepAsMujocoDoes(String name, String file, int count) throws IOException {
        Model model = MjcfReader.resource(GoldenStepsTest.class, file, MarginRule.SUM);
        Simulation simulation = new Simulation(model);
        List<double[]> rows = Bodies.rows(name + "_steps.csv");

        assertEquals(count, rows.size());
        for (double[] row : rows) {
            double error = PhysicsAgreement.error(simulation, row);
            assertTrue(error <= 1e-10, () -> name + " row " + rows.indexOf(row) + ": " + error);
        }
    }

    /** Of Euler's, whose last evaluation is that of the row's own state. */
    @ParameterizedTest
    @CsvSource({"half_cheetah, /dev/strait/envs/locomotion/half_cheetah.xml", "mixed, mixed.xml"})
    void shouldFindTheContactsThatMujocoFinds(String name, String file) throws IOException {
        Simulation simulation =
                new Simulation(MjcfReader.resource(GoldenStepsTest.class, file, MarginRule.SUM));

        for (double[] row : Bodies.rows(name + "_steps.csv")) {
            PhysicsAgreement.error(simulation, row);
            assertEquals(row[row.length - 2], simulation.contactCount());
        }
    }
}
