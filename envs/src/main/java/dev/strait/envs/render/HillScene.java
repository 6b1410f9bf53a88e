package dev.strait.envs.render;

import dev.strait.envs.World;

/** The car in its valley, y = 0.45 sin 3x + 0.55, with a flag on the goal. */
final class HillScene implements Scene {

    private static final double LEFT = -1.2;
    private static final double RIGHT = 0.6;
    private static final int POINTS = 120;

    private final double goal;

    HillScene(double goal) {
        this.goal = goal;
    }

    @Override
    public int width() {
        return 600;
    }

    @Override
    public int height() {
        return 400;
    }

    private static double ground(double x) {
        return 0.45 * Math.sin(3 * x) + 0.55;
    }

    @Override
    public void paint(Brush brush, World world) {
        double scale = width() / (RIGHT - LEFT);
        brush.metres(-LEFT * scale, height() - 0.03 * scale, scale);
        ground(brush);
        flag(brush);
        double x = Scene.stateOf(world)[0];
        brush.at(x, ground(x), Math.atan(1.35 * Math.cos(3 * x)), () -> car(brush));
    }

    private static void ground(Brush brush) {
        double[] line = new double[2 * POINTS];
        double[] area = new double[2 * POINTS + 4];
        for (int i = 0; i < POINTS; i++) {
            line[2 * i] = LEFT + (RIGHT - LEFT) * i / (POINTS - 1);
            line[2 * i + 1] = ground(line[2 * i]);
        }
        System.arraycopy(line, 0, area, 0, line.length);
        area[2 * POINTS] = RIGHT;
        area[2 * POINTS + 1] = -1;
        area[2 * POINTS + 2] = LEFT;
        area[2 * POINTS + 3] = -1;
        brush.polygon(Brush.GRASS, area);
        brush.curve(Brush.INK, 0.006, line);
    }

    private void flag(Brush brush) {
        double foot = ground(goal);
        brush.line(Brush.INK, 0.006, goal, foot, goal, foot + 0.15);
        brush.polygon(Brush.GOLD, goal, foot + 0.15, goal + 0.075, foot + 0.125, goal, foot + 0.1);
    }

    private static void car(Brush brush) {
        brush.rectangle(Brush.INK, -0.06, 0.03, 0.12, 0.05);
        brush.disc(Brush.STEEL, 0.024, -0.033, 0.026);
        brush.disc(Brush.STEEL, 0.024, 0.033, 0.026);
    }
}
