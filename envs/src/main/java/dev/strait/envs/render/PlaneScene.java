package dev.strait.envs.render;

import dev.strait.envs.World;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * A planar model in the plane of its motion. Where walls or rails stand about, the view holds them
 * and stays; otherwise it goes along with the centre of mass.
 */
final class PlaneScene implements Scene {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final double MARGIN = 1.15;
    private static final double ROAMING = 1.5;

    private final BodyShapes shapes;
    private final MotionPlane plane;
    private final boolean ground;
    private final boolean fixed;
    private final double scale;
    private final double centreAcross;
    private final double centreUpwards;

    PlaneScene(Model model, MotionPlane plane) {
        this.plane = plane;
        shapes = new BodyShapes(model);
        ground = shapes.grounded() && plane.side();
        Simulation reference = BodyScenes.reference(model);
        fixed = !shapes.fixtures(reference).isEmpty();
        if (fixed) {
            double[] span = span(reference);
            centreAcross = (span[0] + span[1]) / 2;
            centreUpwards = (span[2] + span[3]) / 2;
            scale = Math.min(WIDTH / (span[1] - span[0]), HEIGHT / (span[3] - span[2])) / MARGIN;
        } else {
            double[] centre = BodyScenes.centreOfMass(reference);
            double size = BodyScenes.reach(shapes.movers(reference), centre);
            centreAcross = 0;
            centreUpwards = plane.side() ? plane.upwards(centre) : 0;
            scale = HEIGHT / (2 * ROAMING * size);
        }
    }

    /** Left, right, lowest and highest metre of what stands and of what moves, however it turns. */
    private double[] span(Simulation reference) {
        double infinity = Double.POSITIVE_INFINITY;
        double[] span = {infinity, -infinity, infinity, -infinity};
        for (Solid solid : shapes.fixtures(reference)) {
            for (double[] point : corners(solid)) {
                widen(span, point, radius(solid));
            }
        }
        List<Solid> movers = shapes.movers(reference);
        double[] centre = BodyScenes.centreOfMass(reference);
        widen(span, centre, BodyScenes.reach(movers, centre));
        return span;
    }

    private void widen(double[] span, double[] point, double radius) {
        span[0] = Math.min(span[0], plane.across(point) - radius);
        span[1] = Math.max(span[1], plane.across(point) + radius);
        span[2] = Math.min(span[2], plane.upwards(point) - radius);
        span[3] = Math.max(span[3], plane.upwards(point) + radius);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void paint(Brush brush, World world) {
        Simulation now = BodyShapes.evaluated(world);
        double[] centre = BodyScenes.centreOfMass(now);
        double across = fixed ? centreAcross : plane.across(centre);
        double upwards = fixed || plane.side() ? centreUpwards : plane.upwards(centre);
        brush.metres(WIDTH / 2.0 - across * scale, HEIGHT / 2.0 + upwards * scale, scale);
        double half = WIDTH / scale;
        if (ground) {
            brush.rectangle(Brush.GRASS, across - half, -half, 2 * half, half);
        }
        if (!fixed) {
            marks(brush, across, upwards, half);
        }
        shapes.fixtures(now).forEach(solid -> paint(brush, solid));
        shapes.movers(now).forEach(solid -> paint(brush, solid));
    }

    /** Every half metre, so that one sees how fast the ground goes by. */
    private void marks(Brush brush, double across, double upwards, double half) {
        double thin = 1 / scale;
        for (double x = Math.floor(2 * (across - half)) / 2; x < across + half; x += 0.5) {
            if (plane.side()) {
                brush.line(Brush.STEEL, thin, x, 0, x - 0.05, -0.08);
            } else {
                brush.line(Brush.GRASS, thin, x, upwards - half, x, upwards + half);
            }
        }
        for (double y = Math.floor(2 * (upwards - half)) / 2;
                !plane.side() && y < upwards + half;
                y += 0.5) {
            brush.line(Brush.GRASS, thin, across - half, y, across + half, y);
        }
    }

    private void paint(Brush brush, Solid solid) {
        List<double[]> corners = corners(solid);
        if (solid.form() instanceof Solid.Box) {
            face(brush, solid, corners);
            return;
        }
        double[] from = corners.get(0);
        double[] to = corners.get(1);
        brush.line(
                solid.color(),
                2 * radius(solid),
                plane.across(from),
                plane.upwards(from),
                plane.across(to),
                plane.upwards(to));
    }

    /** All six faces of a box: together its outline. */
    private void face(Brush brush, Solid solid, List<double[]> corners) {
        int[][] faces = {
            {0, 1, 3, 2}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 3, 7, 6}, {0, 2, 6, 4}, {1, 3, 7, 5}
        };
        for (int[] face : faces) {
            double[] points = new double[8];
            for (int i = 0; i < 4; i++) {
                points[2 * i] = plane.across(corners.get(face[i]));
                points[2 * i + 1] = plane.upwards(corners.get(face[i]));
            }
            brush.polygon(solid.color(), points);
        }
    }

    /** Ends of the segment within a ball or capsule, corners of a box; in the world. */
    private static List<double[]> corners(Solid solid) {
        List<double[]> corners = new ArrayList<>();
        if (solid.form() instanceof Solid.Box box) {
            for (int i = 0; i < 8; i++) {
                corners.add(
                        solid.place(
                                (i & 4) == 0 ? -box.a() : box.a(),
                                (i & 2) == 0 ? -box.b() : box.b(),
                                (i & 1) == 0 ? -box.c() : box.c()));
            }
            return corners;
        }
        double half = solid.form() instanceof Solid.Capsule capsule ? capsule.half() : 0;
        corners.add(solid.place(0, 0, -half));
        corners.add(solid.place(0, 0, half));
        return corners;
    }

    private static double radius(Solid solid) {
        return solid.form() instanceof Solid.Sphere ball
                ? ball.radius()
                : solid.form() instanceof Solid.Capsule capsule ? capsule.radius() : 0;
    }
}
