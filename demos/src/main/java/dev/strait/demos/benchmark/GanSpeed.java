package dev.strait.demos.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.strait.agents.gan.GanTraining;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageBatches;
import dev.strait.envs.image.ImageShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Real pictures a second that the loop of {@code strait gan} learns from, on the networks of
 * PyTorch-GAN's scripts at a batch of 64; and the rate of its products as a share of nothing but
 * matrix products.
 */
final class GanSpeed {

    private GanSpeed() {}

    static List<Measurement> measure(Device device, double seconds) {
        List<Measurement> measured = new ArrayList<>();
        for (PeerGan peer : PeerGan.values()) {
            Stopwatch.Comparison compared = compare(peer, device, seconds);
            String what =
                    "GAN, networks of "
                            + peer.name().toLowerCase(Locale.ROOT)
                            + ".py, batch "
                            + PeerGan.BATCH;
            int images = PeerGan.BATCH * peer.batchesOfAStep();
            measured.add(new Measurement(what, images / compared.seconds(), "images/s"));
            measured.add(
                    new Measurement(
                            what + ": rate of its products",
                            MatrixProduct.share(peer.operationsOfAStep(), compared),
                            "% of the matrix product's"));
        }
        return measured;
    }

    private static Stopwatch.Comparison compare(PeerGan peer, Device device, double seconds) {
        try (NDManager manager = TensorEngine.newManager(device);
                MatrixProduct product = new MatrixProduct(device);
                GanTraining training =
                        new GanTraining(
                                peer.settings(manager),
                                SameBatch.of(peer.shape()),
                                device,
                                new Seeds(0))) {
            return Stopwatch.against(product::multiply, seconds, training::round);
        }
    }

    /** One batch over and over: reading pictures is not what is measured. */
    private record SameBatch(ImageShape shape, ImageBatch batch) implements ImageBatches {

        static SameBatch of(ImageShape shape) {
            RandomGenerator random = new Seeds(0).stream("pictures");
            float[] pixels = new float[PeerGan.BATCH * shape.size()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = random.nextFloat() * 2 - 1;
            }
            return new SameBatch(shape, new ImageBatch(pixels, new int[PeerGan.BATCH]));
        }

        @Override
        public ImageBatch next() {
            return batch;
        }

        @Override
        public long given() {
            return 0;
        }

        @Override
        public void restore(long batches) {
            throw new IllegalStateException("nothing is resumed while it is measured");
        }

        @Override
        public void close() {}
    }
}
