package dev.strait.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected words are NumPy 2.4.6's {@code numpy.random.PCG64(seed).random_raw()}. */
class Pcg64Test {

    @Test
    void shouldDrawTheWordsOfNumPy() {
        Pcg64 random = new Pcg64(42);
        assertEquals(Long.parseUnsignedLong("14276969152011380360"), random.nextLong());
        assertEquals(Long.parseUnsignedLong("8095878257575067585"), random.nextLong());
        assertEquals(Long.parseUnsignedLong("15838336090824644132"), random.nextLong());
    }

    @Test
    void shouldDrawTheUniformsOfNumPy() {
        Pcg64 random = new Pcg64(42);
        assertEquals(.027395604855596334, random.nextDouble(-.05, .05));
        assertEquals(-.006112156024794771, random.nextDouble(-.05, .05));
        assertEquals(.03585979199113824, random.nextDouble(-.05, .05));
        assertEquals(.019736802905936393, random.nextDouble(-.05, .05));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 11749869230777074271, 4976686463289251617",
        "1, 9441442522235856127, 17532960557476522086",
        "4294967295, 4647538520743280031, 4041050679407036418",
        "1099511627781, 87427594128977387, 6872972437549564694",
        "9223372036854775807, 3236778688619115796, 8668653565307110780"
    })
    void shouldSpreadSmallAndLargeSeedsAsNumPy(long seed, String first, String second) {
        Pcg64 random = new Pcg64(seed);
        assertEquals(Long.parseUnsignedLong(first), random.nextLong());
        assertEquals(Long.parseUnsignedLong(second), random.nextLong());
    }

    @Test
    void shouldContinueASavedStream() {
        Pcg64 random = new Pcg64(7);
        random.nextLong();
        long[] state = new long[5];
        random.saveState(state, 1);
        long next = random.nextLong();
        Pcg64 other = new Pcg64(8);
        other.restoreState(state, 1);
        assertEquals(next, other.nextLong());
        assertEquals(random.nextLong(), other.nextLong());
    }

    @Test
    void shouldRefuseNegativeSeedsAndEvenIncrements() {
        assertThrows(IllegalArgumentException.class, () -> new Pcg64(-1));
        Pcg64 random = new Pcg64(0);
        assertThrows(IllegalArgumentException.class, () -> random.restoreState(new long[4], 0));
    }
}
