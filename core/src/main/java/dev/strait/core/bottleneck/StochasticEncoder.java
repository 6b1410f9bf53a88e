package dev.strait.core.bottleneck;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.strait.core.distribution.DiagonalGaussian;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.network.Stack;
import dev.strait.core.network.WeightForm;
import java.util.random.RandomGenerator;

/**
 * E(z|x) = N(μ(x), diag σ(x)²) over the features of any DJL Block: two linear heads, one for μ, one
 * for σ.
 *
 * <p>As a DJL Block it gives (B, K) μ and (B, K) ln σ, K being the size of the whole code where it
 * has places.
 */
public final class StochasticEncoder extends AbstractBlock {

    private static final byte VERSION = 1;

    private final Block trunk;
    private final Block mean;
    private final Block spread;
    private final Spread form;

    private StochasticEncoder(Block trunk, Block mean, Block spread, Spread form) {
        super(VERSION);
        this.trunk = addChildBlock("trunk", trunk);
        this.mean = addChildBlock("mean", mean);
        this.spread = addChildBlock("spread", spread);
        this.form = form;
    }

    /** Puts two dense heads on a trunk; see the other. */
    public static StochasticEncoder of(
            Block trunk,
            Shape input,
            int latentSize,
            Spread form,
            InitialWeights initial,
            WeightForm weightForm,
            NDManager manager,
            RandomGenerator random) {
        CodeHead dense = new CodeHead.Dense();
        return of(trunk, input, dense, latentSize, form, initial, weightForm, manager, random);
    }

    /**
     * Puts the two heads on a trunk.
     *
     * @param trunk any Block that gives (B, features) or (B, C, H, W); initialised here unless it
     *     already is
     * @param input shape of one batch that the trunk takes, such as (1, F)
     * @param head how the heads look at the features
     * @param latentSize K, of each place where the code has places
     * @param form how σ is said
     * @param initial first weights of the heads
     * @param weightForm form of the heads' weights
     * @param manager owns the weights of the heads
     */
    public static StochasticEncoder of(
            Block trunk,
            Shape input,
            CodeHead head,
            int latentSize,
            Spread form,
            InitialWeights initial,
            WeightForm weightForm,
            NDManager manager,
            RandomGenerator random) {
        require(latentSize >= 1, "latentSize must be at least 1, but was %s", latentSize);
        Shape features = Trunk.features(trunk, input, manager);
        Stack linear = head.on(features, latentSize, initial, weightForm);
        Block mean = linear.build(manager, random);
        Block spread = form.head(linear, head.codeSize(features, latentSize), manager, random);
        StochasticEncoder encoder = new StochasticEncoder(trunk, mean, spread, form);
        encoder.initialize(manager, DataType.FLOAT32, input);
        return encoder;
    }

    /**
     * The distribution of the code.
     *
     * @param inputs (B, …)
     * @return (B, K)
     */
    DiagonalGaussian encode(ParameterStore store, NDArray inputs, boolean training) {
        return code(store, features(store, inputs, training), training);
    }

    /** What the trunk makes of the inputs. */
    NDArray features(ParameterStore store, NDArray inputs, boolean training) {
        return trunk.forward(store, new NDList(inputs), training).singletonOrThrow();
    }

    /** The distribution of the code given {@link #features}. */
    DiagonalGaussian code(ParameterStore store, NDArray features, boolean training) {
        NDList list = new NDList(features);
        NDArray raw = spread.forward(store, list, training).singletonOrThrow();
        NDArray centre = mean.forward(store, list, training).singletonOrThrow();
        return new DiagonalGaussian(centre, form.logStd(raw));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        DiagonalGaussian code = encode(store, inputs.singletonOrThrow(), training);
        return new NDList(code.mean(), code.logStd());
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        // The children came with their weights.
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape[] features = trunk.getOutputShapes(inputs);
        return new Shape[] {mean.getOutputShapes(features)[0], spread.getOutputShapes(features)[0]};
    }
}
