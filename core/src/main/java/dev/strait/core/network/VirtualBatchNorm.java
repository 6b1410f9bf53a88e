package dev.strait.core.network;

import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.List;

/**
 * Virtual batch normalisation; see {@link Normalisation.Virtual}. The first rows of its input are
 * those of the reference batch, which {@link ReferenceRows} put there.
 */
record VirtualBatchNorm(int references, double epsilon, ScaleAndOffset affine) implements Layer {

    @Override
    public NDArray forward(ParameterStore store, NDArray input, boolean training) {
        NDArray places = places(input);
        NDArray mean = combined(places.mean(new int[] {2}, true));
        NDArray square = combined(places.square().mean(new int[] {2}, true));
        NDArray variance = square.sub(mean.square());
        NDArray standard = places.sub(mean).div(variance.add((float) epsilon).sqrt());
        NDArray scale = store.getValue(affine.scale(), input.getDevice(), training);
        NDArray offset = store.getValue(affine.offset(), input.getDevice(), training);
        return standard.mul(column(scale, input))
                .add(column(offset, input))
                .reshape(input.getShape());
    }

    /** (B, C, places). */
    private static NDArray places(NDArray input) {
        return input.reshape(input.getShape().get(0), input.getShape().get(1), -1);
    }

    /**
     * Of each row: the reference batch's moment, and its own with the weight 1/(n + 1). A row of
     * the reference batch has the batch's alone.
     *
     * @param moments (n + B, C, 1)
     */
    private NDArray combined(NDArray moments) {
        NDArray reference = moments.get("0:" + references);
        NDArray own = moments.get(references + ":");
        NDArray of = reference.mean(new int[] {0}, true);
        double share = 1.0 / (references + 1);
        NDArray mixed = times(own, share).add(times(of, 1 - share));
        return reference.zerosLike().add(of).concat(mixed, 0);
    }

    private static NDArray column(NDArray vector, NDArray data) {
        NDArray column = vector.reshape(1, vector.size(), 1);
        column.attach(data.getManager());
        return column;
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public List<Parameter> parameters() {
        return affine.parameters();
    }
}
