package dev.strait.core.gradient;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Minimises losses over the parameters of some blocks, held as one flat vector: clipping, the
 * optimiser, averaging and checkpoints are each a few operations on it.
 *
 * <p>Not for two threads at once; learners of their own threads do not disturb each other.
 */
public final class Learner implements AutoCloseable {

    private final String name;
    private final Optimiser optimiser;
    private final double maxGradientNorm;
    private final FlatParameters parameters;
    private final NDManager manager;
    private final List<NDArray> moments = new ArrayList<>();
    private Pull pull = Pull.NONE;
    private double rateFactor = 1;
    private long steps;

    private Learner(
            String name, Optimiser optimiser, double maxGradientNorm, FlatParameters parameters) {
        this.name = name;
        this.optimiser = optimiser;
        this.maxGradientNorm = maxGradientNorm;
        this.parameters = parameters;
        manager = parameters.vector().getManager().newSubManager();
        for (int i = 0; i < optimiser.moments().size(); i++) {
            moments.add(manager.zeros(parameters.vector().getShape()));
        }
    }

    /**
     * A learner over the trainable parameters of initialised blocks.
     *
     * @param name how messages call it
     * @param maxGradientNorm c of g ← g · min(1, c / ‖g‖); positive infinity for none
     * @param blocks any DJL blocks; their parameters become views of one vector
     */
    public static Learner of(
            String name, Optimiser optimiser, double maxGradientNorm, Block... blocks) {
        require(
                maxGradientNorm > 0,
                "maxGradientNorm must be positive, but was %s",
                maxGradientNorm);
        return new Learner(name, optimiser, maxGradientNorm, new FlatParameters(blocks));
    }

    /**
     * One step down a loss.
     *
     * @param loss computed from the blocks in gradient mode: one float32 number
     * @throws IllegalStateException where the loss or its gradient is not finite; the parameters
     *     are then as before
     */
    public LearnerReport minimise(Supplier<NDArray> loss) {
        return minimise(loss, new NDList());
    }

    /**
     * One step down a loss, and figures that are read together with it: the host waits for the
     * device once a step.
     *
     * @param loss as in {@link #minimise(Supplier)}; puts what it wants read into {@code figures}
     * @param figures float32 scalars; empty before
     */
    public LearnerReport minimise(Supplier<NDArray> loss, NDList figures) {
        return GradientMode.recording(
                () -> {
                    NDArray value = loss.get();
                    requireScalar(value);
                    NDArray gradient = parameters.gradient(value);
                    return GradientMode.paused(() -> step(value, gradient, figures));
                });
    }

    private LearnerReport step(NDArray loss, NDArray gradient, NDList figures) {
        pull.addTo(gradient, parameters.vector());
        NDArray norm = parameters.norm(gradient);
        NDList wanted = new NDList(loss.reshape(1), norm.reshape(1));
        figures.forEach(figure -> wanted.add(figure.reshape(1)));
        float[] read = NDArrays.concat(wanted).toFloatArray();
        List<Double> noted = new ArrayList<>();
        for (int i = 2; i < read.length; i++) {
            noted.add((double) read[i]);
        }
        LearnerReport report = new LearnerReport(read[0], read[1], noted);
        if (!(Double.isFinite(read[0]) && Double.isFinite(read[1]))) {
            throw new IllegalStateException(
                    "%s: step %s has loss %s and gradient norm %s"
                            .formatted(name, steps + 1, read[0], read[1]));
        }
        if (report.gradientNorm() > maxGradientNorm) {
            gradient.muli((float) (maxGradientNorm / (report.gradientNorm() + 1e-6)));
        }
        steps++;
        double rate = optimiser.learningRate() * rateFactor;
        optimiser.step(parameters.vector(), gradient, moments, steps, rate);
        return report;
    }

    private void requireScalar(NDArray loss) {
        require(
                loss.size() == 1 && loss.getDataType() == DataType.FLOAT32,
                "%s: a loss must be one float32 number, but was %s of shape %s",
                name,
                loss.getDataType(),
                loss.getShape());
    }

    /**
     * Adds c ‖θ − θ̄‖² to every loss from now on, by its gradient 2c(θ − θ̄): historical averaging
     * (Salimans et al. 2016, section 3.3), or a trust in old weights. Reports do not count it as
     * loss, but its gradient is in their norm.
     *
     * @param centre (P) θ̄, read at every step: an array that moves is followed
     * @param strength c
     */
    public void pullTowards(NDArray centre, double strength) {
        require(
                strength >= 0 && strength < Double.POSITIVE_INFINITY,
                "strength must be at least 0 and finite, but was %s",
                strength);
        require(
                centre.getShape().equals(parameters.vector().getShape()),
                "%s: the parameters are %s, but the centre is %s",
                name,
                parameters.vector().getShape(),
                centre.getShape());
        pull = Pull.towards(centre, strength);
    }

    /** Scales the optimiser's step size from now on, as annealing does; 1 at the start. */
    public void anneal(double factor) {
        require(factor >= 0, "factor must not be negative, but was %s", factor);
        rateFactor = factor;
    }

    /** (P) the parameters; changing it in place changes the blocks. */
    public NDArray parameters() {
        return parameters.vector();
    }

    /** What the vector is made of, in order: name and shape of each part. */
    public List<Pair<String, Shape>> layout() {
        return parameters.layout();
    }

    /** What the blocks keep without training it, by name. */
    Map<String, NDArray> buffers() {
        return parameters.buffers();
    }

    /** Steps taken. */
    public long steps() {
        return steps;
    }

    /**
     * Everything that {@link #restore} needs: {@code parameters} and each moment, (P) each, and
     * what the blocks keep without training it.
     */
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        state.put("parameters", parameters.vector());
        for (int i = 0; i < moments.size(); i++) {
            state.put(optimiser.moments().get(i), moments.get(i));
        }
        state.putAll(parameters.buffers());
        return state;
    }

    /**
     * Continues from a saved state.
     *
     * @param state as {@link #state} gave it
     * @param savedSteps as {@link #steps} gave it
     * @throws IllegalArgumentException where a part is missing or of another shape
     */
    public void restore(Map<String, NDArray> state, long savedSteps) {
        Map<String, NDArray> own = state();
        for (String part : own.keySet()) {
            NDArray saved = state.get(part);
            require(saved != null, "%s: the saved state has no '%s'", name, part);
            require(
                    saved.getShape().equals(own.get(part).getShape()),
                    "%s: '%s' has shape %s in the saved state, but %s here",
                    name,
                    part,
                    saved.getShape(),
                    own.get(part).getShape());
        }
        own.forEach((part, array) -> InPlace.assign(array, state.get(part)));
        steps = savedSteps;
    }

    @Override
    public void close() {
        manager.close();
        parameters.close();
    }
}
