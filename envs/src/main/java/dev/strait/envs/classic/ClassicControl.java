package dev.strait.envs.classic;

import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** The five classic-control worlds with Gymnasium's ids, time limits and thresholds. */
public final class ClassicControl {

    private ClassicControl() {}

    /** One specification a world. */
    public static List<EnvironmentSpec> specs() {
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
