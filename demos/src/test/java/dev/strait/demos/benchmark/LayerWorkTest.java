package dev.strait.demos.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.types.Shape;
import dev.strait.core.network.Filter;
import dev.strait.core.network.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts of operations against those worked by hand. */
class LayerWorkTest {

    @Test
    void shouldCountTheProductsOfEveryLayer() {
        LayerWork work =
                LayerWork.of(
                        new Shape(10),
                        List.of(
                                new Part.Linear(2 * 4 * 4),
                                new Part.Reshape(2, 4, 4),
                                new Part.UpsampledConvolution(3),
                                new Part.Convolution(new Filter(5, 3, 2, 1)),
                                new Part.Flatten(),
                                new Part.Linear(7)));

        assertEquals(10 * 32, work.first());
        // 8×8 places of 3 outputs over 2·9; 4×4 of 5 over 3·9; 80 × 7.
        assertEquals(320 + 8 * 8 * 3 * 18 + 4 * 4 * 5 * 27 + 80 * 7, work.all());
    }

    @Test
    void shouldCountTheNetworksOfGanPy() {
        double g = 100 * 128 + 128 * 256 + 256 * 512 + 512 * 1024 + 1024 * 784;
        double d = 784 * 512 + 512 * 256;

        assertEquals(128 * (g + 6 * d - 2 * 784 * 512), PeerGan.GAN.discriminatorStep());
        assertEquals(128 * (3 * g - 100 * 128 + 2 * d), PeerGan.GAN.generatorStep());
        assertEquals(
                5 * (PeerGan.GAN.discriminatorStep() + 4 * 128 * d) + PeerGan.GAN.generatorStep(),
                PeerGan.WGAN_GP.operationsOfAStep());
    }

    @Test
    void shouldCountTheBottlenecksUpdate() {
        double trunk = 200 * 1024 + 1024 * 512;
        double forward = trunk + 2 * 512 * 128 + 128;

        assertEquals(2 * 512 * (3 * forward - 200 * 1024), BottleneckUpdate.plain());
        assertEquals(
                2 * 256 * (4 * forward + 2 * (trunk + 512 * 128) - 200 * 1024),
                BottleneckUpdate.penalty());
    }
}
