package dev.strait.envs.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strait.envs.Pcg64;
import org.junit.jupiter.api.Test;

class SmallAnglesTest {

    /** StrictMath is within one unit in the last place, and so are the polynomials. */
    @Test
    void shouldAgreeWithStrictMathToTheLastPlace() {
        Pcg64 random = new Pcg64(0);
        for (int i = 0; i < 100_000; i++) {
            double x = random.nextDouble(-1, 1) * SmallAngles.LIMIT;
            double sin = StrictMath.sin(x);
            double cos = StrictMath.cos(x);
            assertEquals(sin, SmallAngles.sin(x), Math.ulp(sin), "sin " + x);
            assertEquals(cos, SmallAngles.cos(x), Math.ulp(cos), "cos " + x);
        }
    }

    @Test
    void shouldBeExactAtZeroAndFallBackBeyondTheLimit() {
        assertEquals(0, SmallAngles.sin(0));
        assertEquals(1, SmallAngles.cos(0));
        for (double x : new double[] {-3, 0.8, 100, 1e300}) {
            assertEquals(Math.sin(x), SmallAngles.sin(x));
            assertEquals(Math.cos(x), SmallAngles.cos(x));
        }
        assertEquals(Double.NaN, SmallAngles.sin(Double.NaN));
    }
}
