package dev.strait.agents.vib;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import dev.strait.core.gradient.Averaging;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.MatrixPrecision;
import dev.strait.core.network.BlockState;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import java.util.Collections;
import java.util.List;

/** Classifiers that train in a second. */
final class SmallVib {

    static final ImageSource TRAIN = new DrawnDigits(1, 1000);
    static final ImageSource TEST = new DrawnDigits(2, 300);
    static final Code NARROW = new Code.Gaussian(8, 1e-3);

    private SmallVib() {}

    static VibSettings settings(Code code, int epochs) {
        return new VibSettings(
                List.of(64),
                code,
                epochs,
                50,
                2,
                2e-3,
                0.5,
                new RateSchedule.Cosine(),
                new Averaging.Growing(0.9),
                MatrixPrecision.FLOAT32);
    }

    static VibTraining training(Code code, int epochs, long seed, Device device) {
        return new VibTraining(TRAIN, settings(code, epochs), new Seeds(seed), device);
    }

    static VibTraining trained(Code code, int epochs) {
        VibTraining training = training(code, epochs, 1, Device.cpu());
        while (!training.finished()) {
            training.round();
        }
        return training;
    }

    /** A classifier of pictures of one row with its first weights. */
    static VibClassifier fresh(Code code, int pixels, int hidden, int classes, Device device) {
        return VibClassifier.of(
                new ClassifierDescription(
                        new ImageShape(1, 1, pixels),
                        Collections.nCopies(classes, "any"),
                        List.of(hidden),
                        code),
                device,
                new SeedStream(3));
    }

    /** Gives an array of a block these values. */
    static void set(VibClassifier classifier, int block, String name, float... values) {
        NDArray own = BlockState.all(classifier.blocks()[block]).get(name);
        try (NDArray array = classifier.manager().create(values, own.getShape())) {
            InPlace.assign(own, array);
        }
    }
}
