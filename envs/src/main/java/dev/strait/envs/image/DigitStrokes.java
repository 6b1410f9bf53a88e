package dev.strait.envs.image;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How the ten digits are written: the points that the pen goes through in the unit square (x to the
 * right, y down), joined by a cubic spline. There are one to three ways to write a digit.
 */
final class DigitStrokes {

    /** How far a point lies from its place, in sides of the square; one standard deviation. */
    private static final double UNSTEADY = 0.032;

    /** Ends a stroke and begins another. */
    private static final String LIFT = "/";

    /** After a point where the pen turns sharply. */
    private static final String CORNER = "!";

    private static final List<List<String>> DIGITS =
            List.of(
                    List.of(
                            "58,2 22,16 8,52 22,90 52,99 84,80 92,42 74,8 50,3",
                            "50,3 16,25 10,65 34,98 70,92 92,58 84,20 60,2 38,8"),
                    List.of(
                            "50,0 50,50 50,100",
                            "28,22 52,0! 52,50 52,100",
                            "30,20 52,0! 52,50 52,100 / 26,100 78,100"),
                    List.of(
                            "12,26 30,5 62,3 82,26 62,58 10,98! 50,96 92,95",
                            "14,22 40,2 78,14 70,48 34,88 12,92 22,74 52,88 94,94",
                            "10,20 46,0 84,20 66,56 8,97! 94,97"),
                    List.of(
                            "12,14 44,0 78,16 66,40 38,48! 76,56 86,80 52,100 10,88",
                            "10,4 48,3 82,3! 42,40! 80,54 84,82 50,100 8,90"),
                    List.of(
                            "24,2 16,30 10,58! 50,58 92,54 / 70,6 68,50 66,100",
                            "64,0 36,32 6,66! 50,66 96,66 / 64,0 64,50 64,100"),
                    List.of(
                            "24,3 20,22 16,46! 50,36 84,56 78,88 42,100 8,88 / 24,3 52,4 86,2",
                            "84,3 54,4 24,3! 20,22 16,46! 52,38 84,60 76,90 40,100 8,86"),
                    List.of(
                            "74,2 38,24 12,64 26,96 62,98 84,76 66,54 34,60 14,80",
                            "56,0 24,34 12,74 38,100 74,92 78,64 48,54 16,74"),
                    List.of(
                            "8,6 46,5 88,4! 58,46 38,100",
                            "8,6 46,5 88,4! 58,46 38,100 / 32,52 56,50 80,48",
                            "8,20 10,5! 48,6 90,4! 66,36 52,68 46,100"),
                    List.of(
                            "74,12 44,1 18,20 44,46 78,68 66,96 32,98 16,74 50,48 82,24 72,10",
                            "50,46 22,26 34,4 66,4 78,26 50,46 20,72 34,98 68,98 82,72 50,46"),
                    List.of(
                            "82,20 54,2 20,16 22,44 54,52 82,24! 80,60 66,100",
                            "80,22 50,0 16,24 32,52 66,46 82,18! 84,60 72,92 40,100 16,90"));

    private DigitStrokes() {}

    /** One way to write a digit, with an unsteady hand. */
    static Path2D of(int digit, RandomGenerator random) {
        List<String> ways = DIGITS.get(digit);
        Path2D path = new Path2D.Double();
        for (String stroke : ways.get(random.nextInt(ways.size())).split(LIFT)) {
            draw(stroke.strip().split(" "), random, path);
        }
        return path;
    }

    /**
     * A Catmull-Rom spline as Bézier curves: a third of the tangent leads out of a point and into
     * it, and the tangent is half the way from the point before to the one behind; none at corners.
     */
    private static void draw(String[] points, RandomGenerator random, Path2D path) {
        int count = points.length;
        double[] x = new double[count];
        double[] y = new double[count];
        boolean[] corner = new boolean[count];
        for (int i = 0; i < count; i++) {
            String[] place = points[i].replace(CORNER, "").split(",");
            x[i] = Integer.parseInt(place[0]) / 100.0 + UNSTEADY * random.nextGaussian();
            y[i] = Integer.parseInt(place[1]) / 100.0 + UNSTEADY * random.nextGaussian();
            corner[i] = i == 0 || i == count - 1 || points[i].endsWith(CORNER);
        }
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < count; i++) {
            path.curveTo(
                    x[i - 1] + third(x, corner, i - 1),
                    y[i - 1] + third(y, corner, i - 1),
                    x[i] - third(x, corner, i),
                    y[i] - third(y, corner, i),
                    x[i],
                    y[i]);
        }
    }

    private static double third(double[] place, boolean[] corner, int i) {
        return corner[i] ? 0 : (place[i + 1] - place[i - 1]) / 6;
    }
}
