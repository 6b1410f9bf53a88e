package dev.strait.demos.picture;

/** Colours from orange over white to blue, the report's first two, told apart by all readers. */
final class Diverging {

    private static final int LOW = 0xd55e00;
    private static final int MIDDLE = 0xf7f7f5;
    private static final int HIGH = 0x0072b2;

    private Diverging() {}

    /**
     * A colour as 0xRRGGBB.
     *
     * @param share 0 for orange, ½ for white, 1 for blue; beyond stays at the ends
     */
    static int colour(double share) {
        double within = Math.max(0, Math.min(1, share));
        return within < 0.5 ? mixed(LOW, MIDDLE, 2 * within) : mixed(MIDDLE, HIGH, 2 * within - 1);
    }

    private static int mixed(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double a = from >> shift & 0xff;
            double b = to >> shift & 0xff;
            mixed |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return mixed;
    }
}
