package dev.strait.demos.benchmark;

import dev.strait.envs.physics.MarginRule;
import dev.strait.envs.physics.PhysicsAgreement;
import dev.strait.envs.physics.PhysicsSpeed;
import dev.strait.envs.physics.mjcf.MjcfReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How fast bodies are stepped, and how closely as MuJoCo recorded it. */
final class BodyPhysics {

    private BodyPhysics() {}

    /**
     * A bundled model and the physics steps of one step of its world.
     *
     * @param file name without its ending
     * @param skip steps with one control
     */
    private record Stepped(String file, int skip) {

        Measurement measure(double seconds) {
            String path = "/dev/strait/envs/locomotion/" + file + ".xml";
            var model = MjcfReader.resource(PhysicsSpeed.class, path, MarginRule.SUM);
            return new Measurement(
                    "physics of " + file + ", " + skip + " steps",
                    PhysicsSpeed.stepsPerSecond(model, skip, seconds) / 1e3,
                    "thousand/s of CPU");
        }
    }

    static List<Measurement> speed(double seconds) {
        return Stream.of(
                        new Stepped("hopper", 4),
                        new Stepped("walker2d_v5", 4),
                        new Stepped("half_cheetah", 5),
                        new Stepped("ant", 5),
                        new Stepped("humanoid", 5))
                .map(stepped -> stepped.measure(seconds))
                .toList();
    }

    static List<Measurement> agreement(Path recordings) {
        return PhysicsAgreement.of(recordings).stream().flatMap(BodyPhysics::errors).toList();
    }

    private static Stream<Measurement> errors(PhysicsAgreement.Result result) {
        String what = result.model() + ", error of " + result.steps() + " single steps: ";
        return Stream.of(
                new Measurement(what + "median", result.median(), "relative"),
                new Measurement(what + "99 % below", result.percentile99(), "relative"),
                new Measurement(what + "largest", result.largest(), "relative"));
    }
}
