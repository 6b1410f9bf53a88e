package dev.strait.demos.transfer;

import ai.djl.Device;
import dev.strait.agents.imitation.DiscriminatorInput;
import dev.strait.agents.imitation.LearnedReward;
import dev.strait.agents.imitation.TransferRecipes;
import dev.strait.agents.rollout.Experience;
import dev.strait.demos.picture.Figure;
import dev.strait.demos.picture.PlanePlot;
import dev.strait.demos.picture.PlanePlot.Dots;
import dev.strait.demos.picture.PlanePlot.Frame;
import dev.strait.demos.picture.PlanePlot.Heat;
import dev.strait.demos.picture.PlanePlot.Layer;
import dev.strait.demos.picture.PlanePlot.Outline;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.RunFolder;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;
import dev.strait.envs.maze.Maze;
import dev.strait.envs.maze.MazeLayout;
import dev.strait.envs.maze.Wall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rewards over a maze, seen from above with its walls. */
final class RewardMap {

    private static final int ACROSS = 40;
    private static final int DIRECTIONS = 8;

    private final MazeLayout maze;
    private final int columns;
    private final int rows;

    private RewardMap(MazeLayout maze) {
        this.maze = maze;
        columns = ACROSS;
        double cell = (maze.right() - maze.left()) / columns;
        rows = (int) Math.round((maze.top() - maze.bottom()) / cell);
    }

    /** A map of a world, if it is a maze. */
    static Optional<RewardMap> of(EnvironmentSpec world) {
        World one = world.factory().get();
        return one instanceof Maze maze
                ? Optional.of(new RewardMap(maze.layout()))
                : Optional.empty();
    }

    /** The true reward, then that of each recipe's first seed. */
    List<Figure> figures(TransferStages stages) {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("The true reward", trueReward()));
        long seed = stages.asked().seed();
        for (TransferRecipes recipe : stages.asked().recipes()) {
            RunFolder run = stages.imitation(recipe, seed);
            try (LearnedReward reward = LearnedReward.load(run.path(), Device.cpu())) {
                if (reward.input() != DiscriminatorInput.TRANSITION) {
                    String title = recipe.id().toUpperCase(Locale.ROOT) + ", seed " + seed;
                    figures.add(figure(title, learned(reward)));
                }
            } catch (IOException e) {
                throw Disk.failure("read", run.rewardDescription(), e);
            }
        }
        return figures;
    }

    private PlanePlot figure(String title, double... values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Heat(columns, values, low, high > low ? high : low + 1));
        for (Wall wall : maze.walls()) {
            layers.add(
                    new Outline(
                            new double[] {wall.x1(), wall.x2()},
                            new double[] {wall.y1(), wall.y2()}));
        }
        layers.add(dot("start", maze.startX(), maze.startY()));
        layers.add(dot("target", maze.targetX(), maze.targetY()));
        return new PlanePlot(
                title,
                "",
                "x (m)",
                "y (m)",
                new Frame(maze.left(), maze.right(), maze.bottom(), maze.top()),
                layers);
    }

    private static Dots dot(String name, double x, double y) {
        return new Dots(name, new double[] {x}, new double[] {y});
    }

    private double x(int cell) {
        return maze.left() + (cell % columns + 0.5) * (maze.right() - maze.left()) / columns;
    }

    private double y(int cell) {
        return maze.bottom() + (cell / columns + 0.5) * (maze.top() - maze.bottom()) / rows;
    }

    double[] trueReward() {
        double[] values = new double[columns * rows];
        Arrays.setAll(values, cell -> maze.reward().at(maze, x(cell), y(cell)));
        return values;
    }

    /** Of a reward that sees actions, the mean over eight directions of full force. */
    double[] learned(LearnedReward reward) {
        double[] sum = new double[columns * rows];
        int directions = reward.input().needsActions() ? DIRECTIONS : 1;
        for (int i = 0; i < directions; i++) {
            double[] one = reward.of(everywhere(2 * Math.PI * i / directions));
            Arrays.setAll(sum, cell -> sum[cell] + one[cell] / directions);
        }
        return sum;
    }

    private Experience everywhere(double direction) {
        int cells = columns * rows;
        double[] observations = new double[3 * cells];
        double[] actions = new double[2 * cells];
        for (int cell = 0; cell < cells; cell++) {
            observations[3 * cell] = x(cell);
            observations[3 * cell + 1] = y(cell);
            actions[2 * cell] = maze.strength() * Math.cos(direction);
            actions[2 * cell + 1] = maze.strength() * Math.sin(direction);
        }
        return new Experience(cells, observations, actions, observations, new boolean[cells]);
    }
}
