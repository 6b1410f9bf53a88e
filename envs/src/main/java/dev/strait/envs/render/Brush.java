package dev.strait.envs.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Paints in the coordinates of a world: metres, y upwards. */
final class Brush {

    static final Color INK = new Color(0x2b2d33);
    static final Color STEEL = new Color(0x9aa0a8);
    static final Color WOOD = new Color(0xc99a66);
    static final Color BRICK = new Color(0xc94f4f);
    static final Color SEA = new Color(0x1fb5b5);
    static final Color GOLD = new Color(0xe0b400);
    static final Color IRIS = new Color(0x7f85cc);
    static final Color GRASS = new Color(0xdfe8d6);

    /** What is to be followed and is not there. */
    static final Color GHOST = new Color(0xdcdde6);

    private final Graphics2D graphics;

    Brush(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** The brush whose origin is the pixel (x, y), one metre being {@code scale} pixels. */
    Brush metres(double x, double y, double scale) {
        graphics.translate(x, y);
        graphics.scale(scale, -scale);
        return this;
    }

    /** What {@code paint} paints is moved and turned anticlockwise; the brush stays. */
    void at(double x, double y, double angle, Runnable paint) {
        AffineTransform kept = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(angle);
        paint.run();
        graphics.setTransform(kept);
    }

    void line(Color color, double width, double x1, double y1, double x2, double y2) {
        stroke(color, width, new Line2D.Double(x1, y1, x2, y2));
    }

    void disc(Color color, double radius, double x, double y) {
        graphics.setColor(color);
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void rectangle(Color color, double x, double y, double width, double height) {
        graphics.setColor(color);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    void polygon(Color color, double... points) {
        graphics.setColor(color);
        Path2D path = path(points);
        path.closePath();
        graphics.fill(path);
    }

    void curve(Color color, double width, double... points) {
        stroke(color, width, path(points));
    }

    /** How many pixels of the picture one unit of the brush is wide. */
    double pixels() {
        return Math.hypot(graphics.getTransform().getScaleX(), graphics.getTransform().getShearY());
    }

    /** Lays a picture over the rectangle from the origin to (width, height). */
    void picture(BufferedImage picture, int width, int height) {
        graphics.drawImage(picture, 0, 0, width, height, null);
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    private void stroke(Color color, double width, Shape shape) {
        graphics.setColor(color);
        graphics.setStroke(
                new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }
}
