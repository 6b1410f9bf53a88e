package dev.strait.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Expected numbers are NumPy 2's {@code default_rng(seed).standard_normal()}. */
class ZigguratTest {

    @Test
    void shouldDrawTheNormalVariatesOfNumPy() {
        Pcg64 random = new Pcg64(0);
        assertEquals(0.1257302210933933, Ziggurat.next(random), 1e-15);
        assertEquals(-0.1321048632913019, Ziggurat.next(random), 1e-15);
        assertEquals(0.6404226504432821, Ziggurat.next(random), 1e-15);
        assertEquals(0.10490011715303971, Ziggurat.next(random), 1e-15);
    }

    /** Through layers, edges and four draws of the tail; the stream ends at NumPy's word. */
    @Test
    void shouldStayInStepWithNumPyOverTwentyThousandDraws() {
        Pcg64 random = new Pcg64(5);
        double sum = 0;
        double absolute = 0;
        double farthest = 0;
        for (int i = 0; i < 20_000; i++) {
            double x = Ziggurat.next(random);
            sum += x;
            absolute += Math.abs(x);
            farthest = Math.abs(x) > Math.abs(farthest) ? x : farthest;
        }
        assertEquals(281.4315167781797, sum, 1e-9);
        assertEquals(16079.427946705237, absolute, 1e-9);
        assertEquals(-4.023889287038275, farthest, 1e-14);
        assertEquals(0.39902729792492, random.nextDouble(), 1e-14);
    }
}
