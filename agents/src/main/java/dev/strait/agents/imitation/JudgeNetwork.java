package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Part;
import dev.strait.core.network.Stack;
import dev.strait.core.network.WeightForm;
import dev.strait.core.objective.Regulariser;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What one discriminator network is built from.
 *
 * @param view what the trunk's first layers are made for
 * @param hidden sizes of the trunk's dense layers, at least one
 * @param activation of the trunk's dense layers
 * @param regulariser what it adds to the layers, and in which form they use their weights
 * @param bottleneck between the trunk and the unit
 */
record JudgeNetwork(
        StateView view,
        List<Integer> hidden,
        Activation activation,
        Regulariser regulariser,
        Bottleneck bottleneck) {

    JudgeNetwork {
        hidden = List.copyOf(hidden);
        require(
                !hidden.isEmpty() && hidden.stream().allMatch(size -> size >= 1),
                "hidden sizes must be at least 1, but were %s",
                hidden);
    }

    static JudgeNetwork of(DiscriminatorSettings settings) {
        return new JudgeNetwork(
                settings.view(),
                settings.hidden(),
                settings.activation(),
                settings.regulariser(),
                settings.bottleneck());
    }

    /**
     * A new network.
     *
     * @param inputs width of a row
     * @param manager owns the weights
     * @param random the stream that first weights are drawn from
     */
    Discriminator build(int inputs, NDManager manager, RandomGenerator random) {
        WeightForm form = regulariser.weightForm();
        Shape input = new Shape(1, inputs);
        List<Part> parts = new ArrayList<>(view.layers(inputs));
        for (int size : hidden) {
            parts.add(new Part.Linear(size));
            parts.add(new Part.Pointwise(activation));
        }
        Block layers = Stack.of(new Shape(inputs), parts).weightForm(form).build(manager, random);
        Block trunk = regulariser.around(layers, input, manager, random);
        return bottleneck.around(trunk, input, form, manager, random);
    }
}
