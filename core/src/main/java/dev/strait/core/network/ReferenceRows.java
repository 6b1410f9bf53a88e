package dev.strait.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.List;

/**
 * The reference batch of virtual batch normalisation, which goes through the network with every
 * batch.
 */
record ReferenceRows(Parameter reference) {

    static ReferenceRows of(NDArray batch) {
        return new ReferenceRows(
                Affine.parameter(
                        "reference",
                        Parameter.Type.OTHER,
                        batch.getShape(),
                        batch.toFloatArray(),
                        false));
    }

    int count() {
        return (int) reference.getShape().get(0);
    }

    /** Puts the reference batch before the batch. */
    Layer before() {
        return new Before(reference);
    }

    /** Takes its rows away again. */
    Layer after() {
        return new After(count());
    }

    private record Before(Parameter reference) implements Layer {

        @Override
        public NDArray forward(ParameterStore store, NDArray input, boolean training) {
            NDArray kept = store.getValue(reference, input.getDevice(), training);
            // First operand first: the result must live with the data.
            NDArray onData = input.getManager().zeros(kept.getShape()).add(kept);
            return onData.concat(input, 0);
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(reference);
        }
    }

    private record After(int count) implements Layer {

        @Override
        public NDArray forward(ParameterStore store, NDArray input, boolean training) {
            return input.get(count + ":");
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }
    }
}
