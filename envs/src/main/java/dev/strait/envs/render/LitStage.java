package dev.strait.envs.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Solids on a checkerboard under one lamp, far off and above: every pixel shows what its ray meets
 * first, the ground lies in the shadow of what stands between it and the lamp, and pixels on an
 * edge are the mean of four rays.
 */
final class LitStage {

    private static final double AMBIENT = 0.42;
    private static final double SHADOW = 0.62;
    private static final double TILE = 0.5;
    private static final double HAZE_BEGINS = 8;
    private static final double HAZE = 30;
    private static final double[] SKY = {0.86, 0.91, 0.96};
    private static final double[] LIGHT_TILE = {0.95, 0.95, 0.93};
    private static final double[] DARK_TILE = {0.80, 0.84, 0.82};
    private static final int SKY_SEEN = -1;
    private static final int EVEN = -4;

    private final List<Solid> solids;
    private final boolean ground;
    private final int up;
    private final double[] lamp;
    private final double[] crowdCentre = new double[3];
    private final double crowdReach;

    private final double[] direction = new double[3];
    private final double[] point = new double[3];
    private final double[] normal = new double[3];
    private final double[] shade = new double[3];

    /**
     * What is to be drawn.
     *
     * @param ground whether there is one, through the origin
     * @param up axis of the world that points up: 1 for y, 2 for z
     */
    LitStage(List<Solid> solids, boolean ground, int up) {
        this.solids = List.copyOf(solids);
        this.ground = ground;
        this.up = up;
        lamp = lamp(up);
        for (Solid solid : this.solids) {
            for (int i = 0; i < 3; i++) {
                crowdCentre[i] += solid.position()[i] / this.solids.size();
            }
        }
        crowdReach =
                this.solids.stream()
                        .mapToDouble(s -> distance(s.position(), crowdCentre) + s.reach())
                        .max()
                        .orElse(0);
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    /** From in front of the camera's usual side, a little to the left. */
    private static double[] lamp(int up) {
        double[] lamp = new double[3];
        int side = up == 2 ? 1 : 2;
        lamp[0] = -0.35;
        lamp[side] = up == 2 ? -0.45 : 0.45;
        lamp[up] = 1;
        double length = Math.sqrt(0.35 * 0.35 + 0.45 * 0.45 + 1);
        for (int i = 0; i < 3; i++) {
            lamp[i] /= length;
        }
        return lamp;
    }

    /** A picture of the stage. */
    BufferedImage picture(Camera camera) {
        int width = camera.width();
        int height = camera.height();
        int[] seen = new int[width * height];
        double[] distances = new double[width * height];
        meetGround(camera, seen, distances);
        for (int i = 0; i < solids.size(); i++) {
            meetSolid(camera, i, seen, distances);
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                int most = mostAround(seen, at, x, y, camera);
                row[x] =
                        most == EVEN
                                ? packed(seen[at], distances[at], camera, x + 0.5, y + 0.5)
                                : finer(camera, x, y, most >= 0);
            }
            picture.setRGB(0, y, width, 1, row, 0, width);
        }
        return picture;
    }

    private void meetGround(Camera camera, int[] seen, double[] distances) {
        for (int y = 0; y < camera.height(); y++) {
            for (int x = 0; x < camera.width(); x++) {
                int at = y * camera.width() + x;
                camera.ray(x + 0.5, y + 0.5, direction);
                distances[at] = groundDistance(camera);
                seen[at] = Double.isFinite(distances[at]) ? tile(camera, distances[at]) : SKY_SEEN;
            }
        }
    }

    private double groundDistance(Camera camera) {
        double distance = -camera.eye()[up] / direction[up];
        return ground && distance > 0 ? distance : Double.POSITIVE_INFINITY;
    }

    /** −2 or −3, by the tile's colour. */
    private int tile(Camera camera, double distance) {
        toPoint(camera, distance);
        int first = 0;
        int second = up == 2 ? 1 : 2;
        long sum = (long) Math.floor(point[first] / TILE) + (long) Math.floor(point[second] / TILE);
        return (sum & 1) == 0 ? -2 : -3;
    }

    private void meetSolid(Camera camera, int index, int[] seen, double[] distances) {
        Solid solid = solids.get(index);
        int[] part = camera.pixels(solid.position(), solid.reach());
        for (int y = part[1]; y < part[3]; y++) {
            for (int x = part[0]; x < part[2]; x++) {
                int at = y * camera.width() + x;
                camera.ray(x + 0.5, y + 0.5, direction);
                double distance = solid.distance(camera.eye(), direction);
                if (distance < distances[at]) {
                    distances[at] = distance;
                    seen[at] = index;
                }
            }
        }
    }

    /** The largest of what a pixel and its neighbours show, or EVEN where they show the same. */
    private static int mostAround(int[] seen, int at, int x, int y, Camera camera) {
        int own = seen[at];
        int right = x + 1 < camera.width() ? seen[at + 1] : own;
        int below = y + 1 < camera.height() ? seen[at + camera.width()] : own;
        int left = x > 0 ? seen[at - 1] : own;
        int above = y > 0 ? seen[at - camera.width()] : own;
        if (right == own && below == own && left == own && above == own) {
            return EVEN;
        }
        return Math.max(own, Math.max(Math.max(right, below), Math.max(left, above)));
    }

    /** The mean of four rays through a pixel. */
    private int finer(Camera camera, int x, int y, boolean solidsNear) {
        double[] sum = new double[3];
        for (int part = 0; part < 4; part++) {
            double px = x + 0.25 + 0.5 * (part & 1);
            double py = y + 0.25 + 0.5 * (part >> 1);
            camera.ray(px, py, direction);
            double nearest = groundDistance(camera);
            int met = Double.isFinite(nearest) ? tile(camera, nearest) : SKY_SEEN;
            for (int i = 0; solidsNear && i < solids.size(); i++) {
                double distance = solids.get(i).distance(camera.eye(), direction);
                if (distance < nearest) {
                    nearest = distance;
                    met = i;
                }
            }
            colour(met, nearest, camera);
            for (int i = 0; i < 3; i++) {
                sum[i] += shade[i] / 4;
            }
        }
        return packed(sum);
    }

    private int packed(int met, double distance, Camera camera, double x, double y) {
        camera.ray(x, y, direction);
        colour(met, distance, camera);
        return packed(shade);
    }

    private void colour(int met, double distance, Camera camera) {
        if (met == SKY_SEEN) {
            sky();
            return;
        }
        toPoint(camera, distance);
        if (met >= 0) {
            body(solids.get(met));
        } else {
            double[] tile = met == -2 ? LIGHT_TILE : DARK_TILE;
            double lit = shadowed() ? SHADOW : 1;
            for (int i = 0; i < 3; i++) {
                shade[i] = lit * tile[i];
            }
            haze(distance);
        }
    }

    /** Paler towards the horizon. */
    private void sky() {
        double height = Math.max(0, direction[up]);
        for (int i = 0; i < 3; i++) {
            shade[i] = SKY[i] + (1 - SKY[i]) * Math.exp(-4 * height);
        }
    }

    /** Lambert's cosine over an ambient share, with a faint highlight. */
    private void body(Solid solid) {
        solid.normal(point, normal);
        double cosine = dot(normal, lamp);
        double facing = -dot(normal, direction);
        double mirrored = 2 * dot(normal, lamp) * facing + dot(direction, lamp);
        double highlight = cosine > 0 ? 0.18 * Math.pow(Math.max(0, mirrored), 24) : 0;
        double lit = AMBIENT + (1 - AMBIENT) * Math.max(0, cosine);
        Color color = solid.color();
        shade[0] = Math.min(1, lit * color.getRed() / 255 + highlight);
        shade[1] = Math.min(1, lit * color.getGreen() / 255 + highlight);
        shade[2] = Math.min(1, lit * color.getBlue() / 255 + highlight);
    }

    private boolean shadowed() {
        if (apart(crowdCentre, crowdReach)) {
            return false;
        }
        for (Solid solid : solids) {
            if (Double.isFinite(solid.distance(point, lamp))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the way from the point to the lamp misses a ball. */
    private boolean apart(double[] centre, double reach) {
        double dx = point[0] - centre[0];
        double dy = point[1] - centre[1];
        double dz = point[2] - centre[2];
        double middle = dx * lamp[0] + dy * lamp[1] + dz * lamp[2];
        return dx * dx + dy * dy + dz * dz - middle * middle > reach * reach;
    }

    /** The ground fades into the horizon's white. */
    private void haze(double distance) {
        double clear = Math.exp(-Math.max(0, distance - HAZE_BEGINS) / HAZE);
        for (int i = 0; i < 3; i++) {
            shade[i] = 1 + (shade[i] - 1) * clear;
        }
    }

    private void toPoint(Camera camera, double distance) {
        for (int i = 0; i < 3; i++) {
            point[i] = camera.eye()[i] + distance * direction[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static int packed(double[] shade) {
        return (int) (255 * shade[0] + 0.5) << 16
                | (int) (255 * shade[1] + 0.5) << 8
                | (int) (255 * shade[2] + 0.5);
    }
}
