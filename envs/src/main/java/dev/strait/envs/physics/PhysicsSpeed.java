package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

import dev.strait.envs.Pcg64;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Measures how many environment steps a second of processor time the physics makes on one thread:
 * random controls held for a number of physics steps, back to the reference pose (with a little
 * noise) after an episode. Observations and rewards are not in it.
 */
public final class PhysicsSpeed {

    private static final int RUNS = 5;
    private static final int EPISODE = 100;
    private static final double NOISE = 0.005;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Simulation simulation;
    private final Pcg64 random = new Pcg64(0);
    private final int skip;
    private int age;

    private PhysicsSpeed(Model model, int skip) {
        simulation = new Simulation(model);
        this.skip = skip;
    }

    /**
     * Warms up for a third of the time, then takes the median of five runs.
     *
     * @param model to be stepped
     * @param skip physics steps of an environment step, at least 1
     * @param seconds of processor time, warm-up included
     * @return environment steps per second of this thread's processor time
     */
    public static double stepsPerSecond(Model model, int skip, double seconds) {
        require(skip >= 1, "an environment step has at least 1 physics step, but was %s", skip);
        require(seconds > 0, "seconds must be above 0, but was %s", seconds);
        PhysicsSpeed speed = new PhysicsSpeed(model, skip);
        speed.rate(seconds / 3);
        double[] rates = new double[RUNS];
        Arrays.setAll(rates, i -> speed.rate(seconds * 2 / 3 / RUNS));
        Arrays.sort(rates);
        return rates[RUNS / 2];
    }

    private double rate(double seconds) {
        long begun = threads.getCurrentThreadCpuTime();
        long enough = (long) (seconds * 1e9);
        long spent;
        long steps = 0;
        do {
            for (int i = 0; i < EPISODE; i++) {
                step();
            }
            steps += EPISODE;
            spent = threads.getCurrentThreadCpuTime() - begun;
        } while (spent < enough);
        return steps * 1e9 / spent;
    }

    private void step() {
        if (age++ % EPISODE == 0) {
            simulation.reset();
            scatter(simulation.positions());
            scatter(simulation.velocities());
        }
        Model model = simulation.model();
        for (int i = 0; i < model.nu; i++) {
            double low = Math.max(-1, model.controlLow(i));
            double high = Math.min(1, model.controlHigh(i));
            simulation.controls()[i] = random.nextDouble(low, high);
        }
        simulation.step(skip);
    }

    private void scatter(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] += random.nextDouble(-NOISE, NOISE);
        }
    }
}
