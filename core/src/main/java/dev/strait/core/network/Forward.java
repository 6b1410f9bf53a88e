package dev.strait.core.network;

import static dev.strait.core.Require.require;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.function.UnaryOperator;

/** A DJL Block, anyone's, as a function of one array; it keeps the store that DJL asks for. */
public final class Forward implements UnaryOperator<NDArray> {

    private final Block block;
    private final ParameterStore store;
    private final Device device;
    private final boolean training;

    private Forward(Block block, boolean training) {
        List<Parameter> parameters = block.getParameters().values();
        require(!parameters.isEmpty(), "the network %s has no parameters", block);
        require(block.isInitialized(), "the network is not initialised: %s", block);
        NDManager manager = parameters.get(0).getArray().getManager();
        this.block = block;
        this.store = new ParameterStore(manager, false);
        this.device = manager.getDevice();
        this.training = training;
    }

    /** The network as it is trained: dropout drops, power iterations step. */
    public static Forward training(Block block) {
        return new Forward(block, true);
    }

    /** The network as it is used: nothing random, nothing moves. */
    public static Forward inference(Block block) {
        return new Forward(block, false);
    }

    /** The network as it is trained; see {@link #training}. */
    public static Forward of(Block block) {
        return training(block);
    }

    /**
     * One pass.
     *
     * @param input (B, …) on the device of the network
     * @return what the network gives, on the manager of {@code input}
     */
    @Override
    public NDArray apply(NDArray input) {
        return list(input).singletonOrThrow();
    }

    /** One pass of a network with several outputs. */
    public NDList list(NDArray input) {
        require(
                input.getDevice().equals(device),
                "the network is on %s, but its input is on %s",
                device,
                input.getDevice());
        return block.forward(store, new NDList(input), training);
    }
}
