package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BoxContactsTest {

    private final double[] frame = new double[9];
    private final double[] position = new double[3];

    private static Simulation simulation(GeomSpec round, GeomSpec box) {
        return new Simulation(
                new ModelBuilder(ModelOptions.DEFAULTS)
                        .geom(box)
                        .body(
                                BodySpec.named("round")
                                        .joint(JointSpec.free("root"))
                                        .geom(round.mass(1)))
                        .build());
    }

    /**
     * Deepest contacts that MuJoCo 3.14 found in random poses. Where a capsule's axis is inside the
     * box MuJoCo does not look for the deepest point; there ours must be no shallower.
     */
    @Test
    void shouldFindTheDeepestContactsThatMujocoFinds() throws IOException {
        for (double[] row : Bodies.rows("box_contacts.csv")) {
            boolean capsule = row[0] == 1;
            GeomSpec box =
                    GeomSpec.box("box", row[1], row[2], row[3])
                            .turned(new Orientation(row[4], row[5], row[6], row[7]));
            Simulation simulation =
                    simulation(
                            capsule
                                    ? GeomSpec.capsule("round", row[8], row[9])
                                    : GeomSpec.sphere("round", row[8]),
                            box);
            System.arraycopy(row, 10, simulation.positions(), 0, 7);
            simulation.forward();

            int contact = Bodies.deepest(simulation);
            double distance = simulation.contactDistance(contact);
            if (capsule && distance <= -row[8]) {
                assertTrue(distance <= row[17] + 1e-12);
                continue;
            }
            assertEquals(row[17], distance, 1e-12);
            simulation.contactFrame(contact, frame, 0);
            simulation.contactPosition(contact, position, 0);
            for (int k = 0; k < 3; k++) {
                assertEquals(row[21 + k], frame[k], 1e-9);
                if (!capsule) {
                    assertEquals(row[18 + k], position[k], 1e-12);
                }
            }
        }
    }

    @Test
    void shouldLieOnTheFaceWithBothEnds() {
        // Along x, 1 m long, on a box whose top is at z = 0.5 and which ends at x = 0.3.
        Simulation simulation =
                simulation(
                        GeomSpec.capsule(
                                "round",
                                0.1,
                                new double[] {-0.2, 0, 0.599},
                                new double[] {0.8, 0, 0.599}),
                        GeomSpec.box("box", 0.3, 0.3, 0.5));
        simulation.forward();

        assertEquals(2, simulation.contactCount());
        double[] x = new double[2];
        for (int i = 0; i < 2; i++) {
            assertEquals(-0.001, simulation.contactDistance(i), 1e-12);
            simulation.contactPosition(i, position, 0);
            x[i] = position[0];
        }
        assertEquals(-0.2, Math.min(x[0], x[1]), 1e-12);
        assertEquals(0.3, Math.max(x[0], x[1]), 1e-12);
    }

    @Test
    void shouldComeToRestOnABox() {
        Simulation simulation =
                simulation(
                        GeomSpec.capsule(
                                "round",
                                0.1,
                                new double[] {-0.2, 0, 0.65},
                                new double[] {0.2, 0, 0.65}),
                        GeomSpec.box("box", 0.3, 0.3, 0.5));
        simulation.step(2_000);
        simulation.forward();

        assertEquals(0, simulation.velocities()[2], 1e-6);
        double[] wrench = new double[6];
        simulation.externalWrench(simulation.model().body("round"), wrench, 0);
        assertEquals(9.81, wrench[5], 1e-6);
        assertEquals(0, wrench[1], 1e-6);
    }

    @Test
    void shouldPushASphereOutThroughTheNearestFace() {
        Simulation simulation =
                simulation(
                        GeomSpec.sphere("round", 0.05).at(0.25, 0.1, 0),
                        GeomSpec.box("box", 0.3, 0.3, 0.5));
        simulation.forward();

        assertEquals(-0.1, simulation.contactDistance(0), 1e-12);
        simulation.contactFrame(0, frame, 0);
        assertEquals(-1, frame[0], 1e-12);
    }
}
