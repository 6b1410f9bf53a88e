package dev.strait.envs.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Pcg64;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentationTest {

    private static final int MANY = 20_000;

    static Stream<Augmentation> all() {
        Map<Class<?>, Augmentation> examples =
                Stream.of(
                                Augmentation.none(),
                                new Augmentation.Dequantisation(),
                                new Augmentation.HorizontalFlip(),
                                Augmentation.none().then(new Augmentation.Dequantisation()))
                        .collect(Collectors.toMap(Augmentation::getClass, a -> a));
        return Arrays.stream(Augmentation.class.getPermittedSubclasses()).map(examples::get);
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldStayInRangeAndRepeatItself(Augmentation augmentation) {
        ImageShape shape = new ImageShape(3, 2, 4);
        float[] once = new float[5 * shape.size()];
        for (int i = 0; i < once.length; i++) {
            once[i] = i * 2 % 256 / 127.5f - 1;
        }
        float[] again = once.clone();

        augmentation.apply(once, shape, new Pcg64(3));
        augmentation.apply(again, shape, new Pcg64(3));

        assertArrayEquals(once, again);
        for (float number : once) {
            assertTrue(number >= -1 && number <= 1, number + "");
        }
    }

    /** A byte b is spread over [b, b + 1)/128 − 1, whose mean is (b + ½)/128 − 1. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 254, 255})
    void shouldSpreadALevelEvenlyUpToTheNext(int level) {
        float[] pixels = new float[MANY];
        Arrays.fill(pixels, level / 127.5f - 1);

        new Augmentation.Dequantisation()
                .apply(pixels, new ImageShape(1, 100, MANY / 100), new Pcg64(1));

        double mean = 0;
        double squares = 0;
        for (float pixel : pixels) {
            double place = (pixel + 1.0) * 128 - level;
            assertTrue(place > -1e-4 && place < 1 + 1e-4 && pixel < 1, place + "");
            mean += place / MANY;
            squares += place * place / MANY;
        }
        assertEquals(1 / 2.0, mean, 4 * Math.sqrt(1 / 12.0 / MANY));
        assertEquals(1 / 3.0, squares, 0.01);
    }

    @Test
    void shouldMirrorRowsOfAllChannelsOfHalfThePictures() {
        ImageShape shape = new ImageShape(2, 1, 3);
        float[] pixels = new float[1000 * 6];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 6;
        }

        new Augmentation.HorizontalFlip().apply(pixels, shape, new Pcg64(5));

        int mirrored = 0;
        for (int from = 0; from < pixels.length; from += 6) {
            boolean flipped = pixels[from] == 2;
            float[] expected =
                    flipped ? new float[] {2, 1, 0, 5, 4, 3} : new float[] {0, 1, 2, 3, 4, 5};
            assertArrayEquals(expected, Arrays.copyOfRange(pixels, from, from + 6));
            mirrored += flipped ? 1 : 0;
        }
        assertEquals(500, mirrored, 65, "four standard deviations of 1000 coins");
    }

    /** 255 and almost 1 are 256 in single precision, which would be 1. */
    @Test
    void shouldStayBelowOneWhateverIsDrawn() {
        float[] pixels = {1};
        new Augmentation.Dequantisation().apply(pixels, new ImageShape(1, 1, 1), () -> -1L);

        assertTrue(pixels[0] < 1 && pixels[0] > 0.999, pixels[0] + "");
    }
}
