package dev.strait.envs.locomotion;

import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.Simulation;

/**
 * A torso on four legs of two joints that is to run along x: ẋ + 1 − 0.5 Σ a², in v5 less 0.0005 Σ
 * f² of the contact wrenches held to ±1. ẋ is that of the torso's place in the afterimage. It ends
 * when the torso leaves 0.2 to 1 m of height.
 *
 * <p>Observation: positions without the root's x and y (13), velocities (14); in v5 the contact
 * wrench of every body but the world (78), torque first, held to ±1.
 *
 * <p>Constants of Gymnasium 1.3.0 {@code ant_v4.py} (without contact forces, its default) and
 * {@code ant_v5.py}.
 */
final class Ant extends LocomotionWorld {

    private static final double BONUS = 1;
    private static final double EFFORT_COST = 0.5;
    private static final double CONTACT_COST = 5e-4;
    private static final double LIMIT = 1;
    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 1;
    private static final int TORSO = 1;

    /** In the afterimage: the torso's x, then the wrenches (v5 alone has room for them). */
    private static final int WRENCHES = 1;

    private final int bodies;

    Ant(Simulation simulation, Edition edition) {
        super(
                simulation,
                edition,
                5,
                Noise.normal(0.1, 0.1),
                new StateView(simulation, 2),
                afterimage(simulation.model(), edition));
        bodies = simulation.model().bodyCount();
    }

    private static Afterimage afterimage(Model model, Edition edition) {
        int size = WRENCHES + (edition == Edition.V5 ? 6 * (model.bodyCount() - 1) : 0);
        return new Afterimage(size, WRENCHES, size);
    }

    @Override
    void rememberPlaces() {
        afterimage.values[0] = simulation.bodyPosition(TORSO, 0);
    }

    @Override
    void rememberContacts() {
        if (edition == Edition.V4) {
            return;
        }
        double[] values = afterimage.values;
        for (int body = 1; body < bodies; body++) {
            simulation.externalWrench(body, values, WRENCHES + 6 * (body - 1));
        }
        for (int i = WRENCHES; i < values.length; i++) {
            values[i] = Clip.within(LIMIT, values[i]);
        }
    }

    @Override
    double mark() {
        return afterimage.values[0];
    }

    @Override
    public boolean tellsReward() {
        return false;
    }

    @Override
    double reward(double before, double effort) {
        double[] values = afterimage.values;
        double contact = 0;
        for (int i = WRENCHES; i < values.length; i++) {
            contact += values[i] * values[i];
        }
        return (values[0] - before) / seconds
                + edition.survival(BONUS, terminated())
                - EFFORT_COST * effort
                - CONTACT_COST * contact;
    }

    @Override
    boolean ended() {
        return !(LOWEST <= q[2] && q[2] <= HIGHEST);
    }
}
