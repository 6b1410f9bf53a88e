package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

/**
 * What holds for a whole model.
 *
 * @param timestep seconds of a step
 * @param integrator of the steps
 * @param gravityX in m/s², as are the next two
 * @param gravityY along y
 * @param gravityZ along z
 * @param marginRule of contacts
 * @param density of the medium in kg/m³; 0 is none
 * @param viscosity of the medium in Pa s; 0 is none
 */
public record ModelOptions(
        double timestep,
        Integrator integrator,
        double gravityX,
        double gravityY,
        double gravityZ,
        MarginRule marginRule,
        double density,
        double viscosity) {

    /** Euler steps of 2 ms under 9.81 m/s² in no medium. */
    public static final ModelOptions DEFAULTS =
            new ModelOptions(0.002, Integrator.EULER, 0, 0, -9.81, MarginRule.SUM, 0, 0);

    public ModelOptions {
        require(
                timestep > 0 && timestep <= 1,
                "the timestep must be in (0, 1] seconds, but was %s",
                timestep);
        require(integrator != null && marginRule != null, "integrator and margin rule are needed");
        require(
                Math.abs(gravityX) + Math.abs(gravityY) + Math.abs(gravityZ) < 1e6,
                "gravity must be finite and below 1e6 m/s², but was (%s, %s, %s)",
                gravityX,
                gravityY,
                gravityZ);
        require(density >= 0 && density < 1e6, "density must be in [0, 1e6), but was %s", density);
        require(
                viscosity >= 0 && viscosity < 1e6,
                "viscosity must be in [0, 1e6), but was %s",
                viscosity);
    }

    /** The same with another timestep. */
    public ModelOptions withTimestep(double seconds) {
        return new ModelOptions(
                seconds, integrator, gravityX, gravityY, gravityZ, marginRule, density, viscosity);
    }

    /** The same with another integrator. */
    public ModelOptions withIntegrator(Integrator other) {
        return new ModelOptions(
                timestep, other, gravityX, gravityY, gravityZ, marginRule, density, viscosity);
    }

    /** The same under another gravity. */
    public ModelOptions withGravity(double x, double y, double z) {
        return new ModelOptions(timestep, integrator, x, y, z, marginRule, density, viscosity);
    }

    /** The same under another rule of margins. */
    public ModelOptions withMarginRule(MarginRule rule) {
        return new ModelOptions(
                timestep, integrator, gravityX, gravityY, gravityZ, rule, density, viscosity);
    }

    /** The same in another medium. */
    public ModelOptions withMedium(double kilogramsPerCubicMetre, double pascalSeconds) {
        return new ModelOptions(
                timestep,
                integrator,
                gravityX,
                gravityY,
                gravityZ,
                marginRule,
                kilogramsPerCubicMetre,
                pascalSeconds);
    }
}
