package dev.strait.envs.classic;

import dev.strait.envs.AbsorbingWorld;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The five classic-control worlds with Gymnasium's ids, time limits and thresholds, and the twins
 * with a fixed horizon of those that terminate.
 */
public final class ClassicControl {

    private ClassicControl() {}

    /** All of them. */
    public static List<EnvironmentSpec> specs() {
        return Stream.concat(gymnasium().stream(), fixedHorizon()).toList();
    }

    private static Stream<EnvironmentSpec> fixedHorizon() {
        return gymnasium().stream()
                .filter(spec -> !spec.id().startsWith("Pendulum"))
                .map(spec -> AbsorbingWorld.twin(twinId(spec.id()), spec));
    }

    /** {@code strait/CartPoleFixed-v1} for {@code CartPole-v1}. */
    private static String twinId(String id) {
        return "strait/" + id.replace("-v", "Fixed-v");
    }

    private static List<EnvironmentSpec> gymnasium() {
        return List.of(
                spec("CartPole-v1", 500, OptionalDouble.of(475), CartPole::new),
                spec("Pendulum-v1", 200, OptionalDouble.empty(), Pendulum::new),
                spec("Acrobot-v1", 500, OptionalDouble.of(-100), Acrobot::new),
                spec("MountainCar-v0", 200, OptionalDouble.of(-110), MountainCar::new),
                spec(
                        "MountainCarContinuous-v0",
                        999,
                        OptionalDouble.of(90),
                        MountainCarContinuous::new));
    }

    private static EnvironmentSpec spec(
            String id, int steps, OptionalDouble threshold, Supplier<World> factory) {
        return new EnvironmentSpec(id, steps, threshold, false, factory);
    }
}
