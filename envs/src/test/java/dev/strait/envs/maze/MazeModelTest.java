package dev.strait.envs.maze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strait.envs.physics.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MazeModelTest {

    /** ⁴⁄₃ π 0.03³ · 1000 kg. */
    private static final double MASS = 0.11309733552923254;

    private final Simulation simulation = new Simulation(MazeModel.of(MazeLayout.cRight()));

    private void set(double x, double y, double vx, double vy) {
        simulation.positions()[0] = x;
        simulation.positions()[1] = y;
        simulation.velocities()[0] = vx;
        simulation.velocities()[1] = vy;
    }

    private void push(double fx, double fy) {
        simulation.controls()[0] = fx;
        simulation.controls()[1] = fy;
    }

    /** 2000 steps that MuJoCo 3.14 made, a third of them in contact with walls. */
    @Test
    void shouldStepAsMuJoCo() throws IOException {
        Path file = Path.of(System.getProperty("shared.data", "missing"));
        file = file.resolve("physics").resolve("cmaze_steps.csv");
        assumeTrue(Files.exists(file), "skipped: no shared data at hand");
        double worst = 0;
        int touching = 0;
        List<String> rows = Files.readAllLines(file);
        for (String row : rows) {
            double[] r = Arrays.stream(row.split(",")).mapToDouble(Double::parseDouble).toArray();
            set(r[0], r[1], r[2], r[3]);
            push(r[4], r[5]);
            simulation.step();
            for (int i = 0; i < 2; i++) {
                worst = Math.max(worst, Math.abs(simulation.positions()[i] - r[6 + i]));
                double faster = simulation.velocities()[i] - r[8 + i];
                worst = Math.max(worst, Math.abs(faster) / (1 + Math.abs(r[8 + i])));
            }
            assertEquals((int) r[10], simulation.contactCount());
            touching += r[10] > 0 ? 1 : 0;
        }
        assertEquals(2000, rows.size());
        assertTrue(touching > 600, "only " + touching + " steps touch a wall");
        assertTrue(worst < 1e-14, "worst error " + worst);
    }

    /** Implicit damping: v′ = v + h (f − v) / (m + h), p′ = p + h v′. */
    @Test
    void shouldMoveFreelyByTheClosedForm() {
        set(0, 0, 0.3, -0.2);
        push(0.5, 0.1);
        simulation.step();
        double vx = 0.3 + 0.01 * (0.5 - 0.3) / (MASS + 0.01);
        double vy = -0.2 + 0.01 * (0.1 + 0.2) / (MASS + 0.01);
        assertEquals(vx, simulation.velocities()[0], 1e-15);
        assertEquals(vy, simulation.velocities()[1], 1e-15);
        assertEquals(0.01 * vx, simulation.positions()[0], 1e-16);
        assertEquals(0.01 * vy, simulation.positions()[1], 1e-16);
    }

    @Test
    void shouldLimitTheForce() {
        push(1, 0);
        simulation.step();
        double limited = simulation.velocities()[0];
        set(0, 0, 0, 0);
        push(7, 0);
        simulation.step();
        assertEquals(limited, simulation.velocities()[0]);
    }

    /** Pressed with all its strength, the ball stays out of the wall but for a hair. */
    @Test
    void shouldBeStoppedByTheWalls() {
        push(0, 1);
        for (int i = 0; i < 500; i++) {
            simulation.step();
        }
        // Surfaces touch where the axes are 0.05 m apart, 0.01 m of them upwards; the wall pushes
        // from the two margins, 0.004 m, on.
        double touching = 0.3 - Math.sqrt(0.05 * 0.05 - 0.01 * 0.01);
        assertEquals(touching - 0.004, simulation.positions()[1], 4e-4);
        assertEquals(0, simulation.velocities()[1], 1e-9);
    }
}
