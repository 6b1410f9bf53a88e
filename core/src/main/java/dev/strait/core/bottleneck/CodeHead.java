package dev.strait.core.bottleneck;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.types.Shape;
import dev.strait.core.network.Filter;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.network.Part;
import dev.strait.core.network.Stack;
import dev.strait.core.network.WeightForm;

/** How μ and ln σ come from the features of a trunk. The code goes on as one row a sample. */
public sealed interface CodeHead {

    /**
     * One head, described.
     *
     * @param features shape of one sample of features: (F) or (C, H, W)
     * @param latentSize K
     * @return a stack that gives (B, {@link #codeSize})
     */
    Stack on(Shape features, int latentSize, InitialWeights initial, WeightForm form);

    /** Dimensions of the whole code. */
    int codeSize(Shape features, int latentSize);

    /** H·W of the code; 1 where it has no places. */
    int cells(Shape features);

    /** A linear layer from all features to K dimensions. */
    record Dense() implements CodeHead {

        @Override
        public Stack on(Shape features, int latentSize, InitialWeights initial, WeightForm form) {
            return Stack.of(features, new Part.Flatten(), new Part.Linear(latentSize))
                    .initial(initial)
                    .weightForm(form);
        }

        @Override
        public int codeSize(Shape features, int latentSize) {
            return latentSize;
        }

        @Override
        public int cells(Shape features) {
            return 1;
        }
    }

    /**
     * 1×1 kernels to K channels at every place: the official image code. The code has K·H·W
     * dimensions, and the KL of a sample is the sum over channels and places.
     */
    record Spatial() implements CodeHead {

        @Override
        public Stack on(Shape features, int latentSize, InitialWeights initial, WeightForm form) {
            cells(features);
            Part kernels = new Part.Convolution(new Filter(latentSize, 1, 1, 0));
            return Stack.of(features, kernels, new Part.Flatten())
                    .initial(initial)
                    .weightForm(form);
        }

        @Override
        public int codeSize(Shape features, int latentSize) {
            return latentSize * cells(features);
        }

        @Override
        public int cells(Shape features) {
            require(
                    features.dimension() == 3,
                    "a spatial code needs a trunk that gives (B, C, H, W), but a sample of its"
                            + " features is %s",
                    features);
            return (int) (features.get(1) * features.get(2));
        }
    }
}
