package dev.strait.envs.frame;

import static dev.strait.envs.Require.require;

import java.util.Arrays;

/**
 * Draws shapes in metres into a square grey picture, anti-aliased, without allocating.
 *
 * <p>With the distance d of a pixel's centre from a segment and the radius r, both in pixels, a
 * capsule covers the pixel by c = clamp(r − d + ½, 0, 1) and leaves (1 − c) of what was there.
 */
public final class Canvas {

    /** Moments at which an open shutter is looked through. */
    private static final int INSTANTS = 8;

    private final int side;
    private final double scale;
    private final double left;
    private final double top;
    private double[] pixels;
    private int at;

    /**
     * A canvas over a square of the plane.
     *
     * @param side pixels of a side
     * @param metres of a side
     * @param left x of the left edge
     * @param bottom height of the lower edge
     */
    public Canvas(int side, double metres, double left, double bottom) {
        require(side >= 1, "side must be at least 1, but was %s", side);
        require(metres > 0, "metres must be positive, but was %s", metres);
        this.side = side;
        this.scale = side / metres;
        this.left = left;
        this.top = bottom + metres;
    }

    /**
     * Begins a picture, black all over.
     *
     * @param target (…, side · side) written from {@code offset} on
     */
    public Canvas on(double[] target, int offset) {
        pixels = target;
        at = offset;
        Arrays.fill(target, offset, offset + side * side, 0);
        return this;
    }

    /**
     * Everything below a height.
     *
     * @param shade from 0 to 1
     */
    public Canvas ground(double height, double shade) {
        double edge = (top - height) * scale;
        for (int row = Math.max(0, (int) edge); row < side; row++) {
            double cover = Math.min(1, row + 1 - edge);
            for (int column = 0; column < side; column++) {
                blend(at + row * side + column, cover, shade);
            }
        }
        return this;
    }

    /**
     * An upright bar from the lower edge of the picture to a height, smeared along x: what a bar
     * that stands still leaves of itself while the camera passes by and the shutter is open.
     *
     * @param shade from 0 to 1, of the bar where it stands all the time
     * @param x of its left edge at the end of the exposure
     * @param smear metres from there to where it began
     */
    public Canvas smearedBar(double shade, double x, double width, double height, double smear) {
        int firstRow = pixel((top - height) * scale);
        double begin = (x + Math.min(0, smear) - left) * scale;
        double end = (x + width + Math.max(0, smear) - left) * scale;
        for (int column = pixel(begin); column < pixel(end + 1); column++) {
            double cover = 0;
            for (int instant = 0; instant < INSTANTS; instant++) {
                double from = (x + smear * (instant + 0.5) / INSTANTS - left) * scale;
                double to = from + width * scale;
                cover += Math.max(0, Math.min(column + 1, to) - Math.max(column, from));
            }
            for (int row = firstRow; row < side; row++) {
                blend(at + row * side + column, cover / INSTANTS, shade);
            }
        }
        return this;
    }

    /**
     * All points within a radius of a segment; of a segment without length a disc.
     *
     * @param shade from 0 to 1
     * @param radius in metres
     */
    public Canvas capsule(double shade, double radius, double x, double y, double toX, double toY) {
        double fromColumn = (x - left) * scale;
        double fromRow = (top - y) * scale;
        double alongColumn = (toX - x) * scale;
        double alongRow = (y - toY) * scale;
        double r = radius * scale;
        double reach = r + 1;
        int firstRow = pixel(Math.min(fromRow, fromRow + alongRow) - reach);
        int lastRow = pixel(Math.max(fromRow, fromRow + alongRow) + reach);
        double square = alongColumn * alongColumn + alongRow * alongRow;
        double perSquare = square > 0 ? 1 / square : 0;
        for (int row = firstRow; row < lastRow; row++) {
            double down = row + 0.5 - fromRow;
            // Where on the segment this row can be met from, and so by which columns.
            double begin = alongRow == 0 ? 0 : share((down - reach) / alongRow);
            double end = alongRow == 0 ? 1 : share((down + reach) / alongRow);
            double one = fromColumn + begin * alongColumn;
            double other = fromColumn + end * alongColumn;
            int firstColumn = pixel(Math.min(one, other) - reach);
            int lastColumn = pixel(Math.max(one, other) + reach);
            for (int column = firstColumn; column < lastColumn; column++) {
                double right = column + 0.5 - fromColumn;
                double share = share((right * alongColumn + down * alongRow) * perSquare);
                double dx = right - share * alongColumn;
                double dy = down - share * alongRow;
                cover(at + row * side + column, dx * dx + dy * dy, r, shade);
            }
        }
        return this;
    }

    private static double share(double value) {
        return value < 0 ? 0 : value > 1 ? 1 : value;
    }

    private int pixel(double coordinate) {
        return (int) Math.max(0, Math.min(side, coordinate));
    }

    /** The root is taken on the outline alone. */
    private void cover(int index, double squaredDistance, double r, double shade) {
        double outer = r + 0.5;
        if (squaredDistance < outer * outer) {
            double inner = r - 0.5;
            boolean inside = inner > 0 && squaredDistance <= inner * inner;
            double cover = inside ? 1 : Math.min(1, outer - Math.sqrt(squaredDistance));
            blend(index, cover, shade);
        }
    }

    private void blend(int index, double cover, double shade) {
        pixels[index] += cover * (shade - pixels[index]);
    }
}
