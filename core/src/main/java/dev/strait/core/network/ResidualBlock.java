package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.stream.Stream;

/**
 * The residual block of Mescheder et al. 2018, as in the official VDB image code.
 *
 * <p>Where the block is upsampled, φ and the 1×1 shortcut act before the neighbours are repeated:
 * both treat every place alike, so the result is the same and four times fewer places are visited.
 *
 * @param shortcut the 1×1 kernels; empty where x itself goes on
 */
record ResidualBlock(boolean upsampled, Affine first, Affine second, List<Affine> shortcut)
        implements Layer {

    private static final Activation PHI = Activation.LEAKY_RELU;

    static ResidualBlock of(int inputs, int outputs, boolean upsampled, Plan plan) {
        int hidden = Math.min(inputs, outputs);
        LinearMap first =
                upsampled
                        ? new LinearMap.Upsampled(inputs, hidden)
                        : new LinearMap.Convolution(inputs, new Filter(hidden, 3, 1, 1));
        LinearMap second = new LinearMap.Convolution(hidden, new Filter(outputs, 3, 1, 1));
        return new ResidualBlock(
                upsampled,
                plan.affine(first),
                plan.affine(second),
                inputs == outputs ? List.of() : List.of(plan.withoutBias(one(inputs, outputs))));
    }

    private static LinearMap one(int inputs, int outputs) {
        return new LinearMap.Convolution(inputs, new Filter(outputs, 1, 1, 0));
    }

    @Override
    public NDArray forward(ParameterStore store, NDArray input, boolean training) {
        NDArray branch = first.forward(store, PHI.apply(input), training);
        branch = second.forward(store, PHI.apply(branch), training);
        NDArray past = input;
        for (Affine kernels : shortcut) {
            past = kernels.forward(store, past, training);
        }
        return ScriptedOps.residual(upsampled ? ScriptedOps.nearest(past) : past, branch);
    }

    @Override
    public Shape output(Shape input) {
        return second.output(first.output(input));
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(Stream.of(first, second), shortcut.stream())
                .flatMap(layer -> layer.parameters().stream())
                .toList();
    }
}
