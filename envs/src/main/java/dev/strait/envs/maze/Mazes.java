package dev.strait.envs.maze;

import dev.strait.envs.EnvironmentSpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** The two mazes and their mirrors. */
public final class Mazes {

    private static final int HORIZON = 100;

    private Mazes() {}

    /** All four. */
    public static List<EnvironmentSpec> specs() {
        return List.of(
                spec("CMaze-v0", MazeLayout::cRight),
                spec("CMazeMirrored-v0", MazeLayout::cLeft),
                spec("SMaze-v0", MazeLayout::s),
                spec("SMazeMirrored-v0", () -> MazeLayout.s().mirroredAt(0)));
    }

    private static EnvironmentSpec spec(String id, Supplier<MazeLayout> layout) {
        return new EnvironmentSpec(
                id, HORIZON, OptionalDouble.empty(), false, () -> new Maze(layout.get()));
    }
}
