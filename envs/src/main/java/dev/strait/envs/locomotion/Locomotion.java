package dev.strait.envs.locomotion;

import static dev.strait.envs.Require.require;

import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;
import dev.strait.envs.physics.MarginRule;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Gymnasium's MuJoCo worlds in both editions, with its ids, time limits and thresholds, on bundled
 * bodies or on the user's own.
 */
public final class Locomotion {

    private static final List<Kind> KINDS =
            List.of(
                    kind("Ant", 6000, "ant", Ant::new),
                    kind("HalfCheetah", 4800, "half_cheetah", HalfCheetah::new),
                    kind("Hopper", 3800, "hopper", Hopper::new),
                    kind("Humanoid", Double.NaN, "humanoid", Humanoid::new),
                    kind(
                            "InvertedDoublePendulum",
                            9100,
                            "inverted_double_pendulum",
                            InvertedDoublePendulum::new),
                    kind("InvertedPendulum", 950, "inverted_pendulum", InvertedPendulum::new),
                    kind("Reacher", -3.75, "reacher", Reacher::new).endingAfter(50),
                    kind("Swimmer", 360, "swimmer", Swimmer::new),
                    kind("Walker2d", Double.NaN, "walker2d", Walker2d::new).inV5("walker2d_v5"));

    private Locomotion() {}

    /**
     * One row.
     *
     * @param name the id without its edition
     * @param v4 name of the body's file in edition 4
     * @param v5 name of the body's file in edition 5
     */
    private record Kind(
            String name,
            int steps,
            OptionalDouble threshold,
            String v4,
            String v5,
            BiFunction<Simulation, Edition, World> world) {

        String id(Edition edition) {
            return name + edition.suffix();
        }

        String file(Edition edition) {
            return edition == Edition.V4 ? v4 : v5;
        }

        Kind endingAfter(int limit) {
            return new Kind(name, limit, threshold, v4, v5, world);
        }

        Kind inV5(String body) {
            return new Kind(name, steps, threshold, v4, body, world);
        }

        EnvironmentSpec spec(Edition edition, Supplier<Model> body) {
            return new EnvironmentSpec(
                    id(edition),
                    steps,
                    threshold,
                    true,
                    () -> world.apply(new Simulation(body.get()), edition));
        }
    }

    private static Kind kind(
            String name,
            double threshold,
            String body,
            BiFunction<Simulation, Edition, World> world) {
        OptionalDouble solvedAt =
                Double.isNaN(threshold) ? OptionalDouble.empty() : OptionalDouble.of(threshold);
        return new Kind(name, 1000, solvedAt, body, body, world);
    }

    /** All of them on the bundled bodies, contact margins by their editions' rules. */
    public static List<EnvironmentSpec> specs() {
        List<EnvironmentSpec> specs = new ArrayList<>();
        for (Kind kind : KINDS) {
            for (Edition edition : Edition.values()) {
                specs.add(
                        kind.spec(
                                edition,
                                () -> Bodies.bundled(kind.file(edition), edition.marginRule())));
            }
        }
        return List.copyOf(specs);
    }

    /**
     * One of them on another body or by another rule.
     *
     * @param id such as {@code Hopper-v4}
     * @param model MJCF file of the body; the bundled one if empty
     * @param rule of contact margins; the edition's if empty
     * @throws IllegalArgumentException if the id is none of these worlds', or the file is no model,
     *     or one with other numbers of positions, velocities or controls
     */
    public static EnvironmentSpec spec(String id, Optional<Path> model, Optional<MarginRule> rule) {
        for (Kind kind : KINDS) {
            for (Edition edition : Edition.values()) {
                if (kind.id(edition).equals(id)) {
                    return spec(kind, edition, model, rule.orElse(edition.marginRule()));
                }
            }
        }
        throw new IllegalArgumentException(
                "'%s' has no body of its own to replace; worlds that have one are %s"
                        .formatted(id, String.join(", ", ids())));
    }

    private static EnvironmentSpec spec(
            Kind kind, Edition edition, Optional<Path> file, MarginRule rule) {
        Model bundled = Bodies.bundled(kind.file(edition), rule);
        if (file.isEmpty()) {
            return kind.spec(edition, () -> bundled);
        }
        Model own = Bodies.read(file.get(), rule);
        require(
                own.positionCount() == bundled.positionCount()
                        && own.dofCount() == bundled.dofCount()
                        && own.controlCount() == bundled.controlCount(),
                "%s has %s positions, %s velocities and %s controls, but a body for %s has %s, %s"
                        + " and %s",
                file.get(),
                own.positionCount(),
                own.dofCount(),
                own.controlCount(),
                kind.id(edition),
                bundled.positionCount(),
                bundled.dofCount(),
                bundled.controlCount());
        EnvironmentSpec spec = kind.spec(edition, () -> own);
        // What a world looks for by name is missed here and not at the first episode.
        spec.factory().get();
        return spec;
    }

    /** Ids of both editions. */
    public static List<String> ids() {
        return specs().stream().map(EnvironmentSpec::id).toList();
    }
}
