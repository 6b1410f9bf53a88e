package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import dev.strait.core.network.Activation;
import dev.strait.core.network.Filter;
import dev.strait.core.network.Part;
import dev.strait.envs.StateFeatures;
import dev.strait.envs.StateFrames;
import dev.strait.envs.World;
import dev.strait.envs.frame.FrameMemory;
import java.util.ArrayList;
import java.util.List;

/** As what a discriminator sees each state: numbers, how they differ from a clip's, or pictures. */
public sealed interface StateView {

    /**
     * What it sees of a world's observed states.
     *
     * @throws IllegalArgumentException where the world has no such view
     */
    StateFeatures of(World world);

    /**
     * The layers between its rows and the dense layers of the trunk.
     *
     * @param inputs numbers of a row
     */
    List<Part> layers(int inputs);

    /** Whether its numbers have units of their own, which moments of the inputs can even out. */
    boolean normalisable();

    /** Whether actions can stand beside it in a row. */
    boolean besideActions();

    /** Whether the clip that a character follows is part of it, and not only of the world. */
    default boolean ofClip() {
        return false;
    }

    /** The numbers that the world compares states by. */
    record Features() implements StateView {

        @Override
        public StateFeatures of(World world) {
            return world.features();
        }

        @Override
        public List<Part> layers(int inputs) {
            return List.of();
        }

        @Override
        public boolean normalisable() {
            return true;
        }

        @Override
        public boolean besideActions() {
            return true;
        }
    }

    /**
     * What a state lacks of the clip at its phase (Zhang et al. 2025): the clip's own states lack
     * nothing, so that the zero vector is the only positive. They are seen as they are, because
     * moments of the inputs would move the zero.
     */
    record Difference() implements StateView {

        @Override
        public StateFeatures of(World world) {
            return world.differences().orElseThrow(() -> new IllegalArgumentException(UNTIMED));
        }

        @Override
        public List<Part> layers(int inputs) {
            return List.of();
        }

        @Override
        public boolean normalisable() {
            return false;
        }

        @Override
        public boolean besideActions() {
            return true;
        }

        @Override
        public boolean ofClip() {
            return true;
        }

        private static final String UNTIMED =
                "differences from a clip can be seen in worlds that follow one and observe its"
                        + " phase: PlanarBipedPhase-v0 and Humanoid3DPhase-v0";
    }

    /**
     * Pictures, through convolutions (video imitation in Peng et al. 2019): one channel of a state,
     * two of a transition.
     *
     * @param filters the convolutions, first to last, each with a leaky ReLU
     */
    record Frames(List<Filter> filters) implements StateView {

        public Frames {
            filters = List.copyOf(filters);
            require(!filters.isEmpty(), "filters must not be empty, but were %s", filters);
        }

        /** Three convolutions that leave 32 channels of 4 by 4. */
        public static Frames defaults() {
            return new Frames(
                    List.of(
                            new Filter(8, 8, 4, 2),
                            new Filter(16, 4, 2, 1),
                            new Filter(32, 4, 2, 1)));
        }

        @Override
        public StateFrames of(World world) {
            StateFrames frames = world.frames().orElseThrow(() -> undrawn(world));
            return new FrameMemory(frames, world.observationSpace().size());
        }

        private static IllegalArgumentException undrawn(World world) {
            return new IllegalArgumentException(
                    "frames can be seen of worlds that are drawn from what is observed of them, and"
                            + " %s is not; leave out --pixels, or take PlanarBiped-v0"
                                    .formatted(world.getClass().getSimpleName()));
        }

        @Override
        public List<Part> layers(int inputs) {
            int side = StateFrames.SIDE;
            List<Part> parts = new ArrayList<>();
            parts.add(new Part.Reshape(inputs / (side * side), side, side));
            for (Filter filter : filters) {
                parts.add(new Part.Convolution(filter));
                parts.add(new Part.Pointwise(Activation.LEAKY_RELU));
            }
            parts.add(new Part.Flatten());
            return parts;
        }

        @Override
        public boolean normalisable() {
            return false;
        }

        @Override
        public boolean besideActions() {
            return false;
        }
    }
}
