package dev.strait.core.network;

/** How the sides of a picture come apart. */
final class Halvings {

    private Halvings() {}

    /** How often both sides can be halved while they stay at least {@code smallest}. */
    static int of(int height, int width, int smallest) {
        int times = 0;
        int h = height;
        int w = width;
        while (h % 2 == 0 && w % 2 == 0 && Math.min(h, w) / 2 >= smallest) {
            h /= 2;
            w /= 2;
            times++;
        }
        return times;
    }
}
