package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.strait.envs.Pcg64;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The state is all there is; no bit depends on anything else, and no step allocates. */
class RepeatableTest {

    private static Model model(String name) {
        return name.equals("mixed") ? Bodies.mixed().model() : Bodies.locomotion(name);
    }

    private static void drive(Simulation simulation, Pcg64 random, int steps) {
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < simulation.controls().length; i++) {
                simulation.controls()[i] = random.nextDouble(-1, 1);
            }
            assertTrue(simulation.step(), "refused at step " + step);
        }
    }

    private static double[] state(Simulation simulation) {
        double[] state = new double[simulation.stateSize()];
        simulation.saveState(state, 0);
        return state;
    }

    private static double[] run(Model model, int steps) {
        Simulation simulation = new Simulation(model);
        drive(simulation, new Pcg64(5), steps);
        return state(simulation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hopper", "half_cheetah", "humanoid", "mixed"})
    void shouldEndInTheSameBitsOnAnyThread(String name) throws Exception {
        Model model = model(name);
        double[] first = run(model, 500);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<double[]> again = () -> run(model, 500);
            List<Future<double[]>> ends =
                    threads.invokeAll(Stream.generate(() -> again).limit(4).toList());
            for (Future<double[]> end : ends) {
                assertArrayEquals(first, end.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hopper", "half_cheetah", "humanoid", "mixed"})
    void shouldGoOnFromARestoredStateEqualToTheBit(String name) {
        Model model = model(name);
        Simulation simulation = new Simulation(model);
        drive(simulation, new Pcg64(6), 300);
        double[] middle = state(simulation);
        drive(simulation, new Pcg64(7), 300);
        double[] end = state(simulation);

        Simulation other = new Simulation(model);
        drive(other, new Pcg64(8), 50);
        other.restoreState(middle, 0);
        drive(other, new Pcg64(7), 300);
        assertArrayEquals(end, state(other));
    }

    /** Contacts appear and vanish in the runs; arrays that grow for them have grown beforehand. */
    @ParameterizedTest
    @ValueSource(strings = {"hopper", "half_cheetah", "humanoid", "mixed"})
    void shouldNotAllocateInAStep(String name) {
        Simulation simulation = new Simulation(model(name));
        drive(simulation, new Pcg64(9), 2_000);
        simulation.reset();
        Pcg64 random = new Pcg64(9);
        double[] controls = simulation.controls();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        for (int step = 0; step < 2_000; step++) {
            for (int i = 0; i < controls.length; i++) {
                controls[i] = random.nextDouble(-1, 1);
            }
            simulation.step();
        }
        long allocated = threads.getThreadAllocatedBytes(self) - before;
        assertTrue(allocated < 4_096, allocated + " bytes in 2,000 steps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hopper", "walker2d", "half_cheetah", "ant", "humanoid", "swimmer", "mixed"})
    void shouldStayFiniteUnderRandomFullTorques(String name) {
        drive(new Simulation(model(name)), new Pcg64(10), 5_000);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(
            strings = {"hopper", "walker2d", "half_cheetah", "ant", "humanoid", "swimmer", "mixed"})
    void shouldStayFiniteForAMillionSteps(String name) {
        drive(new Simulation(model(name)), new Pcg64(12), 1_000_000);
    }

    @Test
    void shouldReportBadStatesAndNotStepOnThem() {
        Simulation simulation = new Simulation(model("hopper"));
        assertTrue(simulation.finite());

        simulation.velocities()[2] = Double.NaN;
        assertEquals(StateFault.NOT_FINITE, simulation.fault());
        double[] before = state(simulation);
        assertFalse(simulation.step(3));
        assertArrayEquals(before, state(simulation));

        simulation.velocities()[2] = -2e6;
        assertEquals(StateFault.RUNAWAY, simulation.fault());
        assertFalse(simulation.step());

        simulation.velocities()[2] = Double.NEGATIVE_INFINITY;
        assertEquals(StateFault.NOT_FINITE, simulation.fault());

        simulation.reset();
        simulation.positions()[1] = Double.POSITIVE_INFINITY;
        assertEquals(StateFault.NOT_FINITE, simulation.fault());

        simulation.reset();
        assertTrue(simulation.step());
    }

    @Test
    void shouldReportAStateThatAnAbsurdForceMade() {
        Simulation simulation = new Simulation(model("hopper"));
        simulation.appliedForces()[0] = Double.NaN;

        assertTrue(simulation.step());
        assertEquals(StateFault.NOT_FINITE, simulation.fault());
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void shouldTellTheTime(Integrator integrator) {
        ModelOptions options = ModelOptions.DEFAULTS.withIntegrator(integrator).withTimestep(0.004);
        Simulation simulation = new Simulation(Bodies.freeBox(options));
        simulation.step(250);

        assertEquals(1, simulation.time(), 1e-12);
    }

    /** Nothing of what drove a body before acts after a reset. */
    @Test
    void shouldForgetWhatDroveIt() {
        BodySpec wheel =
                BodySpec.named("wheel")
                        .joint(JointSpec.hinge("axle", 0, 1, 0).reference(0.5).pd(50, 5, 100))
                        .geom(GeomSpec.sphere("wheel", 0.1));
        Simulation simulation =
                new Simulation(
                        new ModelBuilder(
                                        ModelOptions.DEFAULTS.withIntegrator(
                                                Integrator.IMPLICIT_PD))
                                .body(wheel)
                                .actuator(ActuatorSpec.motor("motor", "axle"))
                                .build());
        simulation.setPdTarget(0, 2);
        simulation.controls()[0] = 3;
        simulation.appliedForces()[0] = 4;
        simulation.step(10);

        simulation.reset();

        assertEquals(0, simulation.pdTorques()[0]);
        simulation.step();
        assertEquals(0.5, simulation.positions()[0]);
        assertEquals(0, simulation.velocities()[0]);
        assertEquals(0, simulation.pdTorques()[0]);
    }
}
