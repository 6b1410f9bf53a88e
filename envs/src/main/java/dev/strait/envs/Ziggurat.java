package dev.strait.envs;

import java.util.random.RandomGenerator;

/**
 * Standard normal variates as NumPy's generator draws them: 256 layers of equal area under
 * exp(−x²/2), one word a draw in 99 of 100 cases.
 *
 * <p>NumPy's tables are constants; these are computed, and agree to about 1e-15, so that a variate
 * equals NumPy's up to rounding.
 *
 * <p>Source: Marsaglia and Tsang, "The Ziggurat Method for Generating Random Variables", 2000; the
 * use of the word's bits is that of NumPy's {@code random_standard_normal}.
 */
public final class Ziggurat {

    private static final int LAYERS = 256;

    /** Where the lowest layer's tail begins. */
    private static final double TAIL = 3.6541528853610088;

    /** Area of a layer: TAIL · f(TAIL) + ∫ f beyond TAIL. */
    private static final double AREA = 0.00492867323397465524494;

    private static final double WORD = 0x1.0p52;

    /** Right edges of the layers over 2⁵². */
    private static final double[] WIDTH = new double[LAYERS];

    /** Heights of the density at the right edges. */
    private static final double[] HEIGHT = new double[LAYERS];

    /** Below it, a layer's 52 bits lie under the density without a look. */
    private static final long[] INSIDE = new long[LAYERS];

    static {
        double edge = TAIL;
        double base = AREA / density(edge);
        INSIDE[0] = (long) (edge / base * WORD);
        WIDTH[0] = base / WORD;
        WIDTH[LAYERS - 1] = edge / WORD;
        HEIGHT[0] = 1;
        HEIGHT[LAYERS - 1] = density(edge);
        for (int i = LAYERS - 2; i >= 1; i--) {
            double next = Math.sqrt(-2 * Math.log(AREA / edge + density(edge)));
            INSIDE[i + 1] = (long) (next / edge * WORD);
            WIDTH[i] = next / WORD;
            HEIGHT[i] = density(next);
            edge = next;
        }
    }

    private Ziggurat() {}

    private static double density(double x) {
        return Math.exp(-0.5 * x * x);
    }

    /** The next variate from the words of a generator. */
    public static double next(RandomGenerator random) {
        while (true) {
            long word = random.nextLong();
            int layer = (int) (word & 0xff);
            boolean negative = (word >>> 8 & 1) == 1;
            long bits = word >>> 9 & 0xfffffffffffffL;
            double x = (negative ? -bits : bits) * WIDTH[layer];
            if (bits < INSIDE[layer]) {
                return x;
            }
            if (layer == 0) {
                double beyond = tail(random);
                return (bits >>> 8 & 1) == 1 ? -beyond : beyond;
            }
            double height = HEIGHT[layer - 1] - HEIGHT[layer];
            if (height * random.nextDouble() + HEIGHT[layer] < density(x)) {
                return x;
            }
        }
    }

    private static double tail(RandomGenerator random) {
        while (true) {
            double x = -Math.log1p(-random.nextDouble()) / TAIL;
            double y = -Math.log1p(-random.nextDouble());
            if (y + y > x * x) {
                return TAIL + x;
            }
        }
    }
}
