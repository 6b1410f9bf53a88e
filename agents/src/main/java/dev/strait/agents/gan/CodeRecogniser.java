package dev.strait.agents.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.strait.core.distribution.Categorical;
import dev.strait.core.gradient.GradientMode;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Forward;
import dev.strait.core.network.Normalisation;
import dev.strait.core.network.Part;
import dev.strait.core.network.Stack;
import dev.strait.core.tensor.Constants;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * InfoGAN's Q: a hidden layer on the shared features, normalised over the batch, then logits of the
 * choice and means of the numbers, whose spread is fixed at 1. With L_I = H(c) − E[−ln q(c|x)], the
 * loss is −λ L_I up to a constant; of the choice, x is its view.
 */
final class CodeRecogniser implements Recogniser {

    private final Codes.InfoCodes codes;
    private final Block block;
    private final Forward forward;

    CodeRecogniser(Codes.InfoCodes codes, int features, NDManager manager, RandomGenerator random) {
        this.codes = codes;
        block =
                Stack.of(
                                new Shape(features),
                                new Part.Linear(codes.hidden()),
                                new Normalisation.Batch(),
                                new Part.Pointwise(Activation.LEAKY_RELU),
                                new Part.Linear(codes.size()))
                        .build(manager, random);
        forward = Forward.training(block);
    }

    @Override
    public NDList losses(NDArray features, Supplier<NDArray> viewed, NDArray inputs) {
        int first = (int) inputs.getShape().get(1) - codes.size();
        NDArray told = inputs.get(":, " + first + ":");
        NDArray said = said(features);
        NDArray choice = crossEntropy(features, said, viewed, told);
        NDArray numbers = squares(said, told);
        NDArray loss =
                Constants.times(choice, codes.categoricalWeight())
                        .add(Constants.times(numbers, codes.continuousWeight() / 2));
        return new NDList(loss, choice, numbers);
    }

    /** E[−ln q(c|view)] of the choice; 0 without one. */
    private NDArray crossEntropy(
            NDArray features, NDArray said, Supplier<NDArray> viewed, NDArray told) {
        if (codes.categories() == 0) {
            return said.getManager().create(0f);
        }
        NDArray seen = viewed.get();
        NDArray logarithms = choicePart(seen == features ? said : said(seen)).logSoftmax(1);
        return logarithms.mul(choicePart(told)).sum(new int[] {1}).mean().neg();
    }

    /** Σ (c − ĉ)² of the numbers, a row; 0 without any. */
    private NDArray squares(NDArray said, NDArray told) {
        if (codes.continuous() == 0) {
            return said.getManager().create(0f);
        }
        String part = ":, " + codes.categories() + ":";
        return told.get(part).sub(said.get(part)).square().sum(new int[] {1}).mean();
    }

    @Override
    public NDArray doubt(NDArray features) {
        if (codes.categories() == 0) {
            return features.getManager().create(0f);
        }
        return GradientMode.paused(
                () -> new Categorical(choicePart(said(features))).entropy().mean());
    }

    /** What Q says of samples, (B, codes). */
    private NDArray said(NDArray features) {
        return forward.apply(features.reshape(features.getShape().get(0), -1));
    }

    private NDArray choicePart(NDArray rows) {
        return rows.get(":, :" + codes.categories());
    }

    @Override
    public NDArray choices(NDArray features) {
        return choicePart(said(features)).argMax(1);
    }

    @Override
    public List<Block> blocks() {
        return List.of(block);
    }

    @Override
    public void figures(List<Double> losses, Map<String, Double> target) {
        target.put("codes/entropy", codes.entropy());
        target.put("codes/bound", codes.entropy() - losses.get(1));
        target.put("codes/squared_error", losses.get(2));
        target.put("codes/real_entropy", losses.get(3));
    }
}
