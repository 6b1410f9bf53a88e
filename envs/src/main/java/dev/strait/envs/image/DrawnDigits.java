package dev.strait.envs.image;

import static dev.strait.envs.Require.require;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;

/**
 * Digits that Strait draws itself, so that everything runs on a machine without a single data set:
 * white strokes on black, 28×28, laid out as MNIST's (a box of about 20 pixels, centred).
 *
 * <p>Picture i shows the digit i mod 10. Its strokes (which of several ways to write the digit,
 * where each of their points lies, slant, rotation, sides, width of the pen, place) depend on the
 * seed and i alone. A picture is drawn when it is first read and kept from then on.
 */
public final class DrawnDigits implements ImageSource {

    private static final int SIDE = 28;
    private static final int DIGITS = 10;
    private static final ImageShape SHAPE = new ImageShape(1, SIDE, SIDE);

    private final long seed;
    private final AtomicReferenceArray<byte[]> drawn;

    /**
     * Digits of a seed.
     *
     * @param seed sources of two seeds have nothing in common
     * @param size number of pictures; those of a smaller source are the first of a larger one's
     */
    public DrawnDigits(long seed, int size) {
        require(size >= 1, "size must be at least 1, but was %s", size);
        this.seed = seed;
        this.drawn = new AtomicReferenceArray<>(size);
    }

    @Override
    public ImageShape shape() {
        return SHAPE;
    }

    @Override
    public int size() {
        return drawn.length();
    }

    @Override
    public int classes() {
        return DIGITS;
    }

    @Override
    public int label(int index) {
        return index % DIGITS;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        byte[] picture = drawn.get(index);
        if (picture == null) {
            picture = draw(label(index), CountedStream.STROKES.at(seed, index));
            drawn.set(index, picture);
        }
        for (int i = 0; i < picture.length; i++) {
            target[offset + i] = (picture[i] & 0xff) / 127.5f - 1;
        }
    }

    private static byte[] draw(int digit, RandomGenerator random) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.setStroke(
                    new BasicStroke(
                            (float) random.nextDouble(1.5, 3.2),
                            BasicStroke.CAP_ROUND,
                            BasicStroke.JOIN_ROUND));
            graphics.draw(placed(DigitStrokes.of(digit, random), random));
        } finally {
            graphics.dispose();
        }
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /** Slants and turns the strokes of the unit square, and lays them into the picture. */
    private static Path2D placed(Path2D strokes, RandomGenerator random) {
        AffineTransform hand = AffineTransform.getRotateInstance(0.09 * random.nextGaussian());
        hand.shear(-0.16 * random.nextGaussian() - 0.12, 0);
        hand.scale(random.nextDouble(0.55, 0.85), 1);
        strokes.transform(hand);
        Rectangle2D bounds = strokes.getBounds2D();
        double box = random.nextDouble(16, 20);
        double scale = box / Math.max(bounds.getHeight(), bounds.getWidth());
        AffineTransform place =
                AffineTransform.getTranslateInstance(
                        SIDE / 2.0 + random.nextDouble(-1.2, 1.2),
                        SIDE / 2.0 + random.nextDouble(-1.2, 1.2));
        place.scale(scale, scale);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        strokes.transform(place);
        return strokes;
    }
}
