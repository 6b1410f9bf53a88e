package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.gradient.InputGradient;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.image.ImageShape;
import org.junit.jupiter.api.Test;

/** What Q sees in place of samples, against the map written out pixel by pixel. */
class ChoiceViewTest {

    private static final ImageShape IMAGE = new ImageShape(2, 5, 7);
    private static final Shape PICTURES = new Shape(3, 2, 5, 7);
    private static final ChoiceView.RandomAffine VIEW = new ChoiceView.RandomAffine(0.3, 0.2);
    private static final Seeds SEEDS = new Seeds(4);

    private static NDArray pictures(NDManager manager) {
        return SEEDS.noise("pictures").normal(manager, PICTURES);
    }

    private static NDArray seen(NDArray pictures) {
        return VIEW.of(pictures, IMAGE, SEEDS.noise("view"));
    }

    /** The value at (x, y) from the middle of one channel, the edge beyond the edge. */
    private static double at(float[] channel, double x, double y) {
        double column = Math.min(6, Math.max(0, x + 3));
        double row = Math.min(4, Math.max(0, y + 2));
        double sum = 0;
        for (int i = 0; i < channel.length; i++) {
            double ofRow = Math.max(0, 1 - Math.abs(row - i / 7));
            double ofColumn = Math.max(0, 1 - Math.abs(column - i % 7));
            sum += ofRow * ofColumn * channel[i];
        }
        return sum;
    }

    /** Bilinear in y of what is bilinear in x, each row being moved by its own y. */
    private static double expected(float[] channel, float[] numbers, int column, int row) {
        double x = column - 3;
        double y = row - 2;
        double along = y + 0.3 * numbers[3] * x + 0.3 * numbers[4] * y + 0.2 * 5 * numbers[5];
        along = Math.min(2, Math.max(-2, along));
        double low = Math.floor(along);
        double high = Math.min(2, low + 1);
        return (1 - along + low) * onARow(channel, numbers, x, low)
                + (along - low) * onARow(channel, numbers, x, high);
    }

    private static double onARow(float[] channel, float[] numbers, double x, double y) {
        double from = x + 0.3 * numbers[0] * x + 0.3 * numbers[1] * y + 0.2 * 7 * numbers[2];
        return at(channel, from, y);
    }

    @EachDevice
    void shouldMoveEveryPictureByItsOwnMap(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray pictures = pictures(manager);
            NDArray seen = seen(pictures);
            NDArray unit = SEEDS.noise("view").uniform(manager, new Shape(3, 6));
            for (int i = 0; i < 3; i++) {
                float[] numbers = unit.get(i).toFloatArray();
                for (int j = 0; j < numbers.length; j++) {
                    numbers[j] = 2 * numbers[j] - 1;
                }
                for (int channel = 0; channel < 2; channel++) {
                    float[] before = pictures.get(i).get(channel).toFloatArray();
                    float[] after = seen.get(i).get(channel).toFloatArray();
                    for (int pixel = 0; pixel < after.length; pixel++) {
                        assertEquals(
                                expected(before, numbers, pixel % 7, pixel / 7),
                                after[pixel],
                                1e-5,
                                "pixel " + pixel + " of channel " + channel + " of " + i);
                    }
                }
            }
        }
    }

    @EachDevice
    void shouldLetTheGradientThrough(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            NDArray pictures = pictures(manager);
            NDArray weights = SEEDS.noise("weights").normal(manager, PICTURES);
            pictures.setRequiresGradient(true);
            float[] gradient =
                    GradientMode.recording(
                                    () -> {
                                        NDArray sum = seen(pictures).mul(weights).sum();
                                        return InputGradient.of(sum, pictures);
                                    })
                            .toFloatArray();
            pictures.setRequiresGradient(false);
            // The view is linear in the pixels, so one difference is exact.
            float base = seen(pictures).mul(weights).sum().getFloat();
            float[] values = pictures.toFloatArray();
            double largest = 0;
            for (int pixel = 0; pixel < values.length; pixel += 5) {
                float[] moved = values.clone();
                moved[pixel] += 1;
                float sum = seen(manager.create(moved, PICTURES)).mul(weights).sum().getFloat();
                assertEquals(sum - base, gradient[pixel], 1e-4, "pixel " + pixel);
                largest = Math.max(largest, Math.abs(gradient[pixel]));
            }
            assertTrue(largest > 0.1, "was " + largest);
        }
    }

    @Test
    void shouldTakeFlatSamplesAndGiveThemBackFlat() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray flat = seen(pictures(manager).reshape(3, -1));
            assertEquals(new Shape(3, 70), flat.getShape());
            assertArrayEquals(seen(pictures(manager)).toFloatArray(), flat.toFloatArray());
        }
    }

    @Test
    void shouldLeaveSamplesAloneWhereNothingMoves() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray pictures = pictures(manager);
            NDArray still =
                    new ChoiceView.RandomAffine(0, 0).of(pictures, IMAGE, SEEDS.noise("view"));
            assertArrayEquals(pictures.toFloatArray(), still.toFloatArray(), 1e-6f);
            assertSame(pictures, new ChoiceView.AsIs().of(pictures, IMAGE, SEEDS.noise("view")));
        }
    }

    @Test
    void shouldRefuseWhatIsNoSmallMap() {
        assertThrows(IllegalArgumentException.class, () -> new ChoiceView.RandomAffine(-0.1, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new ChoiceView.RandomAffine(1, 0.1));
        assertThrows(
                IllegalArgumentException.class, () -> new ChoiceView.RandomAffine(0.1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new ChoiceView.RandomAffine(0.1, -1));
    }
}
