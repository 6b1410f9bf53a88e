package dev.strait.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.gradient.Learner;
import dev.strait.core.gradient.Sgd;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

class SpectralNormTest {

    private static Block layer(NDManager manager) {
        return Dense.of(3, 2)
                .weightForm(WeightForm.SPECTRAL)
                .build(manager, new Seeds(21).stream("weights"));
    }

    private static NDArray weight(Block block) {
        return block.getParameters().get("layer1_weight").getArray();
    }

    private static double largestSingularValue(float[] w) {
        double[][] rows = {{w[0], w[1], w[2]}, {w[3], w[4], w[5]}};
        return new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getNorm();
    }

    @EachDevice
    void shouldDivideByTheLargestSingularValue(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = layer(manager);
            float[] w = weight(block).toFloatArray();
            float[] b = block.getParameters().get("layer1_bias").getArray().toFloatArray();
            NDArray x = manager.create(new float[] {1, 0, 0}, new Shape(1, 3));
            double sigma = largestSingularValue(w);
            float[] expected = {(float) (w[0] / sigma + b[0]), (float) (w[3] / sigma + b[1])};
            assertArrayEquals(expected, Forward.inference(block).apply(x).toFloatArray(), 1e-5f);
            assertArrayEquals(expected, Forward.training(block).apply(x).toFloatArray(), 1e-5f);
        }
    }

    @EachDevice
    void shouldFollowAWeightThatMoves(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = layer(manager);
            float[] moved = {3, 0, 1, 0, 0.5f, 2};
            InPlace.assign(weight(block), manager.create(moved, new Shape(2, 3)));
            Forward training = Forward.training(block);
            NDArray zero = manager.zeros(new Shape(1, 3));
            NDArray x = manager.create(new float[] {1, 0, 0}, new Shape(1, 3));
            for (int pass = 0; pass < 40; pass++) {
                training.apply(x);
            }
            Forward inference = Forward.inference(block);
            float slope = inference.apply(x).sub(inference.apply(zero)).toFloatArray()[0];
            assertEquals(3 / largestSingularValue(moved), slope, 1e-5);
        }
    }

    @EachDevice
    void shouldStandStillAtInference(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = layer(manager);
            NDArray kept = BlockState.buffers(block).get("layer1_left");
            InPlace.assign(kept, manager.create(new float[] {1, 0}, new Shape(1, 2)));
            NDArray x = manager.ones(new Shape(1, 3));
            Forward.inference(block).apply(x);
            assertArrayEquals(new float[] {1, 0}, kept.toFloatArray());
            Forward.training(block).apply(x);
            assertFalse(Arrays.equals(new float[] {1, 0}, kept.toFloatArray()));
        }
    }

    /** ∂/∂W of (Wx/σ(W)) by central differences of W/σ with σ from a decomposition. */
    @EachDevice
    void shouldPassTheGradientThroughSigma(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = layer(manager);
            float[] w = weight(block).toFloatArray();
            NDArray x = manager.create(new float[] {1, -2, 0.5f}, new Shape(1, 3));
            try (Learner learner = Learner.of("spectral", new Sgd(1, 0), 1e9, block)) {
                Forward training = Forward.training(block);
                learner.minimise(() -> training.apply(x).sum());
                float[] after = weight(block).toFloatArray();
                for (int i = 0; i < 6; i++) {
                    double slope = (output(w, i, 1e-4f) - output(w, i, -1e-4f)) / 2e-4;
                    assertEquals(slope, w[i] - after[i], 1e-3, "weight " + i);
                }
            }
        }
    }

    private static double output(float[] w, int index, float step) {
        float[] moved = w.clone();
        moved[index] += step;
        double sum = 0;
        double[] x = {1, -2, 0.5};
        for (int i = 0; i < 6; i++) {
            sum += moved[i] * x[i % 3];
        }
        return sum / largestSingularValue(moved);
    }

    @EachDevice
    void shouldLeaveNothingOnTheManagerOfTheWeights(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = layer(manager);
            Forward training = Forward.training(block);
            int before = manager.getManagedArrays().size();
            try (NDManager scope = manager.newSubManager()) {
                training.apply(scope.ones(new Shape(1, 3)));
            }
            assertEquals(before, manager.getManagedArrays().size());
        }
    }

    @EachDevice
    void shouldSaveAndRestoreItsVector(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            Block block = layer(manager);
            Map<String, NDArray> buffers = BlockState.buffers(block);
            assertEquals(1, buffers.size());
            assertEquals(3, BlockState.all(block).size());
            NDArray saved = manager.create(new float[] {0.6f, 0.8f}, new Shape(1, 2));
            BlockState.restore(buffers, Map.of("layer1_left", saved));
            assertArrayEquals(
                    new float[] {0.6f, 0.8f},
                    BlockState.buffers(block).get("layer1_left").toFloatArray());
        }
    }
}
