package dev.strait.envs.physics.mjcf;

import dev.strait.envs.physics.Integrator;
import dev.strait.envs.physics.MarginRule;
import dev.strait.envs.physics.ModelOptions;
import dev.strait.envs.physics.Orientation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What a file's {@code compiler} and {@code option} say about all of it. */
final class MjcfSettings {

    private static final String[] SWITCH = {"disable", "enable"};

    private final MjcfAttributes compiler;
    private final MjcfAttributes flags;
    private final ModelOptions options;
    private final boolean degrees;
    private final String eulerSequence;

    /** Sections may be repeated; the later overrules the earlier. */
    MjcfSettings(MjcfElement root, MarginRule margins) {
        compiler = merged(root, "compiler");
        MjcfAttributes option = merged(root, "option");
        List<MjcfElement> given = new ArrayList<>();
        given.add(new MjcfElement("flag", root.line(), Map.of()));
        root.children().stream()
                .filter(section -> section.tag().equals("option"))
                .forEach(section -> given.addAll(section.children()));
        flags = new MjcfAttributes(given);
        degrees = compiler.choice("angle", 1, "radian", "degree") == 1;
        eulerSequence = compiler.text("eulerseq", "xyz");
        compiler.element().contain(() -> Orientation.euler(eulerSequence, 0, 0, 0));
        options = option.element().contain(() -> options(option, margins));
    }

    private static MjcfAttributes merged(MjcfElement root, String tag) {
        List<MjcfElement> layers =
                root.children().stream().filter(child -> child.tag().equals(tag)).toList();
        return new MjcfAttributes(layers.isEmpty() ? List.of(root) : layers);
    }

    private ModelOptions options(MjcfAttributes option, MarginRule margins) {
        ModelOptions built = ModelOptions.DEFAULTS;
        boolean weightless = flags.choice("gravity", 1, SWITCH) == 0;
        double[] gravity = option.vector("gravity", 0, 0, -9.81);
        int integrator = option.choice("integrator", 0, "Euler", "RK4");
        return built.withTimestep(option.number("timestep", built.timestep()))
                .withGravity(
                        weightless ? 0 : gravity[0],
                        weightless ? 0 : gravity[1],
                        weightless ? 0 : gravity[2])
                .withIntegrator(integrator == 0 ? Integrator.EULER : Integrator.RK4)
                .withMedium(option.number("density", 0), option.number("viscosity", 0))
                .withMarginRule(margins);
    }

    ModelOptions options() {
        return options;
    }

    /** Empty where the masses stay as they are; the file's built-in −1 says so too. */
    OptionalDouble totalMass() {
        double mass = compiler.number("settotalmass", -1);
        return mass > 0 ? OptionalDouble.of(mass) : OptionalDouble.empty();
    }

    /** An angle of the file in radians. */
    double radians(double angle) {
        return degrees ? angle * Math.PI / 180 : angle;
    }

    String eulerSequence() {
        return eulerSequence;
    }

    boolean autoLimits() {
        return compiler.choice("autolimits", 1, "false", "true") == 1;
    }

    boolean stopsHold() {
        return flags.choice("constraint", 1, SWITCH) == 1;
    }

    boolean contactsHold() {
        return stopsHold() && flags.choice("contact", 1, SWITCH) == 1;
    }

    /** Whether a stated inertial counts; otherwise the shapes weigh. */
    boolean takesInertials() {
        return inertiaFromGeoms() != 1;
    }

    /** Whether shapes weigh where no inertial is stated. */
    boolean weighsGeoms() {
        return inertiaFromGeoms() != 0;
    }

    private int inertiaFromGeoms() {
        return compiler.choice("inertiafromgeom", 2, "false", "true", "auto");
    }
}
