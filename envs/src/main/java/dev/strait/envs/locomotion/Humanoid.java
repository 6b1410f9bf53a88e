package dev.strait.envs.locomotion;

import dev.strait.envs.physics.Simulation;

/**
 * A body of 13 parts and 17 actuated joints that is to walk along x: 1.25 ẋ + 5 − 0.1 Σ a², in v5
 * less the contact cost 5·10⁻⁷ Σ f², at most 10. ẋ is that of the centre of mass in the afterimage.
 * It ends when the torso leaves 1 to 2 m of height.
 *
 * <p>Observation: positions without the root's x and y (22), velocities (23), then of every body
 * its inertia about the centre of mass (10) and its twist (6), the actuators' forces on the
 * coordinates, and of every body the contact wrench (6). v4 shows the world's rows and the root's
 * six actuator forces, too, all of which are 0; v5 leaves them out.
 *
 * <p>Constants of Gymnasium 1.3.0 {@code humanoid_v4.py} and {@code humanoid_v5.py}.
 */
final class Humanoid extends LocomotionWorld {

    private static final double SPEED_WEIGHT = 1.25;
    private static final double BONUS = 5;
    private static final double EFFORT_COST = 0.1;
    private static final double CONTACT_COST = 5e-7;
    private static final double LARGEST_CONTACT_COST = 10;
    private static final double LOWEST = 1;
    private static final double HIGHEST = 2;

    private final Layout layout;
    private final double[] centre = new double[3];

    /** Where things begin in the afterimage: the centre's x, then the blocks of the observation. */
    private record Layout(int bodies, int dofs) {

        int inertias() {
            return 1;
        }

        int twists() {
            return inertias() + 10 * bodies;
        }

        int forces() {
            return twists() + 6 * bodies;
        }

        int wrenches() {
            return forces() + dofs;
        }

        int size() {
            return wrenches() + 6 * bodies;
        }

        Afterimage afterimage(Edition edition) {
            int out = edition == Edition.V5 ? 1 : 0;
            return new Afterimage(
                    size(),
                    inertias() + 10 * out,
                    twists(),
                    twists() + 6 * out,
                    forces(),
                    forces() + 6 * out,
                    wrenches(),
                    wrenches() + 6 * out,
                    size());
        }
    }

    Humanoid(Simulation simulation, Edition edition) {
        this(
                simulation,
                edition,
                new Layout(simulation.model().bodyCount(), simulation.model().dofCount()));
    }

    private Humanoid(Simulation simulation, Edition edition, Layout layout) {
        super(
                simulation,
                edition,
                5,
                Noise.uniform(0.01, 0.01),
                new StateView(simulation, 2),
                layout.afterimage(edition));
        this.layout = layout;
    }

    @Override
    void rememberPlaces() {
        double[] values = afterimage.values;
        simulation.centreOfMass(centre, 0);
        values[0] = centre[0];
        for (int body = 1; body < layout.bodies(); body++) {
            simulation.bodyInertia(body, values, layout.inertias() + 10 * body);
            simulation.bodyTwist(body, values, layout.twists() + 6 * body);
        }
        System.arraycopy(simulation.actuatorForces(), 0, values, layout.forces(), layout.dofs());
    }

    @Override
    void rememberContacts() {
        for (int body = 1; body < layout.bodies(); body++) {
            simulation.externalWrench(body, afterimage.values, layout.wrenches() + 6 * body);
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
        double speed = (afterimage.values[0] - before) / seconds;
        return SPEED_WEIGHT * speed
                + edition.survival(BONUS, terminated())
                - EFFORT_COST * effort
                - (edition == Edition.V5 ? contactCost() : 0);
    }

    private double contactCost() {
        double sum = 0;
        for (int i = layout.wrenches(); i < layout.size(); i++) {
            sum += afterimage.values[i] * afterimage.values[i];
        }
        return Math.min(LARGEST_CONTACT_COST, CONTACT_COST * sum);
    }

    @Override
    boolean ended() {
        return !(LOWEST < q[2] && q[2] < HIGHEST);
    }
}
