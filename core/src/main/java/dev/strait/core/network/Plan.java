package dev.strait.core.network;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.strait.core.tensor.Seeds;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What the layers of one {@link Stack} share while it is built: names, first weights, chance. */
final class Plan {

    private final InitialWeights initialWeights;
    private final WeightForm weightForm;
    private final RandomGenerator random;
    private final int references;
    private final Map<String, Integer> used;

    /** {@code references} is the size of the reference batch, 0 without one. */
    Plan(
            InitialWeights initialWeights,
            WeightForm weightForm,
            RandomGenerator random,
            int references) {
        this(initialWeights, weightForm, random, references, new HashMap<>());
    }

    private Plan(
            InitialWeights initialWeights,
            WeightForm weightForm,
            RandomGenerator random,
            int references,
            Map<String, Integer> used) {
        this.initialWeights = initialWeights;
        this.weightForm = weightForm;
        this.random = random;
        this.references = references;
        this.used = used;
    }

    /** The same plan with other first weights. */
    Plan with(InitialWeights other) {
        return new Plan(other, weightForm, random, references, used);
    }

    /** {@code layer1}, {@code layer2}, … */
    String name(String kind) {
        return kind + used.merge(kind, 1, Integer::sum);
    }

    Affine affine(LinearMap map) {
        return Affine.of(name("layer"), map, initialWeights, weightForm, true, random);
    }

    Affine withoutBias(LinearMap map) {
        return Affine.of(name("layer"), map, initialWeights, weightForm, false, random);
    }

    /** A matrix of weights alone, drawn as those of the layers are. */
    Parameter weights(String name, int outputs, int inputs) {
        return Affine.parameter(
                name,
                Parameter.Type.WEIGHT,
                new Shape(outputs, inputs),
                initialWeights.weights(outputs, inputs, random),
                true);
    }

    /** {@code count} draws around {@code centre}, all of them {@code centre} where std is 0. */
    float[] around(double centre, double std, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (std > 0 ? centre + std * random.nextGaussian() : centre);
        }
        return values;
    }

    /** Size of the reference batch, which some normalisations need. */
    int references() {
        require(
                references >= 1,
                "virtual batch normalisation needs a reference batch: give build one of at least"
                        + " 1 sample, not %s",
                references);
        return references;
    }

    /** A stream of the layer's own. */
    LayerNoise noise(String kind) {
        String name = name(kind);
        return LayerNoise.of(name, new Seeds(random.nextLong()).noise(name));
    }
}
