package dev.strait.envs.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SourceBatchesTest {

    private static final Augmentation CHANGED =
            new Augmentation.HorizontalFlip().then(new Augmentation.Dequantisation());

    /** Ten one-cell pictures; picture i is i/10, of class i mod 2. */
    private static ImageSource ten(AtomicInteger reads) {
        return new NumberedImages(10, 2, reads);
    }

    private static ImageSource ten() {
        return ten(new AtomicInteger());
    }

    private static List<Integer> positions(ImageBatch batch) {
        List<Integer> positions = new ArrayList<>();
        for (float pixel : batch.pixels()) {
            positions.add(Math.round(pixel * 10));
        }
        return positions;
    }

    private static List<List<Integer>> batches(ImageBatches stream, int count) {
        List<List<Integer>> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batches.add(positions(stream.next()));
        }
        return batches;
    }

    @Test
    void shouldGiveEveryPictureOnceAnEpochInAnOrderOfItsOwn() {
        try (ImageBatches stream = ImageBatches.of(ten(), 5, 7, Augmentation.none())) {
            Set<List<Integer>> orders = new HashSet<>();
            for (int epoch = 0; epoch < 20; epoch++) {
                List<Integer> order = new ArrayList<>();
                batches(stream, 2).forEach(order::addAll);
                assertEquals(10, new HashSet<>(order).size());
                orders.add(order);
            }
            assertEquals(20, orders.size());
            assertEquals(40, stream.given());
        }
    }

    @Test
    void shouldLeaveOutWhatFillsNoBatch() {
        try (ImageBatches stream = ImageBatches.of(ten(), 4, 7, Augmentation.none())) {
            List<List<Integer>> epoch = batches(stream, 2);

            Set<Integer> seen = new HashSet<>(epoch.get(0));
            seen.addAll(epoch.get(1));
            assertEquals(8, seen.size());
            assertEquals(4, stream.next().rows());
        }
    }

    @Test
    void shouldKeepLabelsWithTheirPictures() {
        try (ImageBatches stream = ImageBatches.of(ten(), 10, 7, Augmentation.none())) {
            ImageBatch batch = stream.next();
            List<Integer> positions = positions(batch);
            for (int row = 0; row < 10; row++) {
                assertEquals(positions.get(row) % 2, batch.labels()[row]);
            }
        }
    }

    @Test
    void shouldGiveTheSameForTheSameSeedAndAnotherForAnother() {
        try (ImageBatches one = ImageBatches.of(ten(), 10, 7, CHANGED);
                ImageBatches same = ImageBatches.of(ten(), 10, 7, CHANGED);
                ImageBatches other = ImageBatches.of(ten(), 10, 8, CHANGED)) {
            float[] first = one.next().pixels();
            assertArrayEquals(first, same.next().pixels());
            assertFalse(Arrays.equals(first, other.next().pixels()));
        }
    }

    @Test
    void shouldGoOnAsIfNeverStopped() {
        try (ImageBatches whole = ImageBatches.of(ten(), 3, 7, CHANGED);
                ImageBatches resumed = ImageBatches.of(ten(), 3, 7, CHANGED)) {
            resumed.next();
            resumed.restore(11);
            assertEquals(11, resumed.given());
            for (int i = 0; i < 11; i++) {
                whole.next();
            }
            for (int i = 0; i < 5; i++) {
                ImageBatch expected = whole.next();
                ImageBatch actual = resumed.next();
                assertArrayEquals(expected.pixels(), actual.pixels());
                assertArrayEquals(expected.labels(), actual.labels());
            }
        }
    }

    @Test
    void shouldGoBack() {
        try (ImageBatches stream = ImageBatches.of(ten(), 3, 7, CHANGED)) {
            float[] first = stream.next().pixels();
            stream.next();
            stream.restore(0);
            assertArrayEquals(first, stream.next().pixels());
        }
    }

    @Test
    void shouldReadAFewBatchesAheadAndNoMore() throws InterruptedException {
        AtomicInteger reads = new AtomicInteger();
        try (ImageBatches stream = ImageBatches.of(ten(reads), 10, 7, Augmentation.none())) {
            stream.next();
            Thread.sleep(100);
            assertTrue(reads.get() > 10, "nothing was read ahead");
            assertTrue(reads.get() <= 60, () -> reads + " reads");
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("batches ahead"))
                .count();
    }

    @Test
    void shouldEndItsThreadWhenItIsClosed() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    long before = threads();
                    ImageBatches stream = ImageBatches.of(ten(), 3, 7, Augmentation.none());
                    stream.next();
                    assertEquals(before + 1, threads());
                    stream.restore(5);
                    stream.next();
                    assertEquals(before + 1, threads());
                    stream.close();
                    stream.close();
                    assertEquals(before, threads());
                    assertThrows(IllegalStateException.class, stream::next);
                });
    }

    @Test
    void shouldPassOnWhyAPictureCannotBeReadEveryTime() {
        IllegalArgumentException damaged = new IllegalArgumentException("damaged");
        ImageSource broken =
                new NumberedImages(10, 2, new AtomicInteger()) {
                    @Override
                    public void read(int index, float[] target, int offset) {
                        throw damaged;
                    }
                };
        try (ImageBatches stream = ImageBatches.of(broken, 3, 7, Augmentation.none())) {
            assertSame(damaged, assertThrows(IllegalArgumentException.class, stream::next));
            assertSame(damaged, assertThrows(IllegalArgumentException.class, stream::next));
            assertEquals(0, stream.given());
        }
    }

    @Test
    void shouldRefuseMoreRowsThanPictures() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ImageBatches.of(ten(), 11, 7, Augmentation.none()));
        assertEquals(
                "a batch of 11 needs as many pictures, but there are 10", refusal.getMessage());
    }

    @Test
    void shouldGiveAllPicturesInOrderForMeasurements() {
        List<List<Integer>> all = new ArrayList<>();
        for (ImageBatch batch : ImageBatches.all(ten(), 4)) {
            all.add(positions(batch));
        }

        assertEquals(List.of(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(8, 9)), all);
    }
}
