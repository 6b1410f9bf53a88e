package dev.strait.agents.vib;

import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.tensor.NoiseStream;

/**
 * The objective of Alemi et al. 2017, equation 17: L = E_x[E_z[−ln q(y|z)] + β KL(p(z|x) ‖ N(0,
 * I))].
 *
 * @param crossEntropy E[−ln q(y|z)] in nats, one number
 * @param rate E[KL] in nats, one number
 * @param errors share of the drawn codes whose most probable class is wrong, one number
 */
record VibLoss(NDArray crossEntropy, NDArray rate, NDArray errors) {

    /**
     * The terms of one batch.
     *
     * @param images (B, C·H·W)
     * @param labels (B) int64
     * @param samples S codes a picture
     */
    static VibLoss of(
            VibClassifier classifier,
            NDArray images,
            NDArray labels,
            int samples,
            NoiseStream noise) {
        NDList encoded = classifier.encode(images);
        NDArray logits = classifier.decode(classifier.code().draws(encoded, samples, noise));
        return new VibLoss(
                surprise(logits, labels).mean(),
                classifier.code().rate(encoded).mean(),
                wrong(logits, labels).mean());
    }

    /** Cross-entropy + β · rate, in nats. */
    NDArray total(double beta) {
        return crossEntropy.add(times(rate, beta));
    }

    /**
     * −ln q(y|z) of every code.
     *
     * @param logits (S, B, classes)
     * @param labels (B) int64
     * @return (S, B)
     */
    static NDArray surprise(NDArray logits, NDArray labels) {
        Shape codes = logits.getShape().slice(0, 2);
        NDArray index = labels.reshape(1, -1, 1).broadcast(codes.add(1));
        return logits.logSoftmax(2).gather(index, 2).reshape(codes).neg();
    }

    /** 1 where the most probable class of a code is not its label, else 0: (S, B). */
    private static NDArray wrong(NDArray logits, NDArray labels) {
        NDArray predicted = logits.argMax(2);
        return predicted.neq(labels.expandDims(0)).toType(DataType.FLOAT32, false);
    }
}
