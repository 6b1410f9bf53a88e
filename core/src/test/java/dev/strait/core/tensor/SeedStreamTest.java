package dev.strait.core.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeedStreamTest {

    /** The numbers of SplitMix64 from 1234567, by an implementation in Python's integers. */
    @Test
    void shouldBeSplitMix64() {
        SeedStream stream = new SeedStream(1234567);
        assertEquals(6457827717110365317L, stream.nextLong());
        assertEquals(3203168211198807973L, stream.nextLong());
        assertEquals(-8629252141511181193L, stream.nextLong());
        assertEquals(4593380528125082431L, stream.nextLong());
        assertEquals(-2037821214251327795L, stream.nextLong());
    }

    @Test
    void shouldGoOnFromItsState() {
        SeedStream stream = new SeedStream(5);
        stream.nextLong();
        long state = stream.state();
        long[] never = {stream.nextLong(), stream.nextLong()};
        SeedStream resumed = new SeedStream(0);
        resumed.restore(state);
        assertArrayEquals(never, new long[] {resumed.nextLong(), resumed.nextLong()});
    }

    /** A shuffle that never leaves a number in its place (Sattolo's) would give 2 of the 6. */
    @Test
    void shouldShuffleIntoEveryOrderAlike() {
        SeedStream stream = new SeedStream(3);
        Map<String, Integer> orders = new HashMap<>();
        int trials = 6_000;
        for (int i = 0; i < trials; i++) {
            int[] values = {10, 20, 30};
            stream.shuffle(values);
            orders.merge(Arrays.toString(values), 1, Integer::sum);
        }
        assertEquals(6, orders.size());
        // 1,000 of each, with a standard deviation of 29.
        orders.forEach((order, count) -> assertEquals(1_000, count, 120, order));
    }

    /** FNV-1a and SplitMix64's finish, by Python: another answer would change every old run. */
    @Test
    void shouldDeriveItsNamedStreamsFromSeedAndName() {
        assertEquals(4544288847596125671L, new Seeds(0).stream("minibatch order").state());
        assertEquals(6760761597931003658L, new Seeds(7).stream("β").state());
    }

    @Test
    void shouldKeepNamesSeedsAndChildrenApart() {
        Seeds seeds = new Seeds(1);
        assertEquals(seeds.stream("a").nextLong(), seeds.stream("a").nextLong());
        assertNotEquals(seeds.stream("a").nextLong(), seeds.stream("b").nextLong());
        assertNotEquals(seeds.stream("ab").nextLong(), seeds.stream("ba").nextLong());
        assertNotEquals(seeds.stream("a").nextLong(), new Seeds(2).stream("a").nextLong());
        assertNotEquals(seeds.stream("a").nextLong(), seeds.child("part").stream("a").nextLong());
        assertEquals(seeds.child("part"), new Seeds(1).child("part"));
    }
}
