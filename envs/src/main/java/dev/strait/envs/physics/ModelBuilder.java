package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds a {@link Model} in code; reading MJCF goes through it too. A pendulum of 1 m:
 *
 * <pre>{@code
 * Model pendulum =
 *         new ModelBuilder(ModelOptions.DEFAULTS.withIntegrator(Integrator.RK4))
 *                 .geom(GeomSpec.plane("floor", 0, 0, 1).at(0, 0, -2))
 *                 .body(
 *                         BodySpec.named("rod")
 *                                 .joint(JointSpec.hinge("pivot", 0, 1, 0).damping(0.1))
 *                                 .geom(GeomSpec.capsule("rod", 0.05, 0.5).at(0, 0, -0.5)))
 *                 .actuator(ActuatorSpec.motor("torque", "pivot").controlRange(-1, 1))
 *                 .build();
 * }</pre>
 *
 * <p>Lengths are metres, masses kilograms, angles radians. Bodies are numbered depth-first in the
 * order in which they are added, the world is 0; joints and geoms follow their bodies.
 */
public final class ModelBuilder {

    final ModelOptions options;
    final BodySpec world = BodySpec.named("world");
    final List<ActuatorSpec> actuators = new ArrayList<>();
    final List<ExclusionSpec> exclusions = new ArrayList<>();

    /** Kilograms of all bodies together, or NaN where they stay as they are. */
    double totalMass = Double.NaN;

    /** A model of nothing. */
    public ModelBuilder(ModelOptions options) {
        this.options = options;
    }

    /** Fixes a shape to the world. */
    public ModelBuilder geom(GeomSpec geom) {
        world.geom(geom);
        return this;
    }

    /** Fixes a point to the world. */
    public ModelBuilder site(SiteSpec site) {
        world.site(site);
        return this;
    }

    /** Hangs a body on the world. */
    public ModelBuilder body(BodySpec body) {
        world.body(body);
        return this;
    }

    /** Adds a drive; its control is the next number of the controls. */
    public ModelBuilder actuator(ActuatorSpec actuator) {
        actuators.add(actuator);
        return this;
    }

    /** Keeps two bodies from touching. */
    public ModelBuilder exclude(ExclusionSpec bodies) {
        exclusions.add(bodies);
        return this;
    }

    /** Scales all masses and inertias so that the masses add up to this. */
    public ModelBuilder totalMass(double kilograms) {
        require(
                kilograms > 0 && kilograms < 1e9,
                "the total mass must be in (0, 1e9) kg, but was %s",
                kilograms);
        totalMass = kilograms;
        return this;
    }

    /**
     * Compiles.
     *
     * @throws ModelException naming the part that cannot be, such as a moving body without mass
     */
    public Model build() {
        return new ModelCompiler(this).compile();
    }
}
