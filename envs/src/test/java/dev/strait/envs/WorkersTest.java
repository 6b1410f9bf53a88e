package dev.strait.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void shouldRunEveryShardOnceARound() {
        AtomicIntegerArray runs = new AtomicIntegerArray(3);
        try (Workers workers =
                new Workers("test", 3, (shard, shards) -> runs.incrementAndGet(shard))) {
            for (int round = 0; round < 1_000; round++) {
                workers.run();
            }
        }
        for (int shard = 0; shard < 3; shard++) {
            assertEquals(1_000, runs.get(shard));
        }
    }

    /** Plain arrays: the round itself must carry the writes across. */
    @Test
    void shouldPublishWritesBothWays() {
        int[] seen = new int[2];
        int[] written = new int[1];
        try (Workers workers =
                new Workers("test", 2, (shard, shards) -> seen[shard] = written[0])) {
            for (int round = 1; round <= 1_000; round++) {
                written[0] = round;
                workers.run();
                int[] expected = new int[2];
                Arrays.fill(expected, round);
                assertArrayEquals(expected, seen);
            }
        }
    }

    @Test
    void shouldPassAFailureOnToTheCallerAndGoOn() {
        boolean[] fail = {true};
        try (Workers workers =
                new Workers(
                        "test",
                        2,
                        (shard, shards) -> {
                            if (fail[0] && shard == 1) {
                                throw new ArithmeticException("shard 1");
                            }
                        })) {
            Throwable thrown = assertThrows(IllegalStateException.class, workers::run);
            assertEquals("shard 1", thrown.getCause().getMessage());
            fail[0] = false;
            workers.run();
        }
    }

    @Test
    void shouldRefuseToRunAfterClose() {
        Workers workers = new Workers("test", 2, (shard, shards) -> {});
        workers.close();
        workers.close();
        assertThrows(IllegalStateException.class, workers::run);
    }
}
