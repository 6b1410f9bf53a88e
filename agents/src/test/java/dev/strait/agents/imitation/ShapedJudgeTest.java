package dev.strait.agents.imitation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.bottleneck.Judgement;
import dev.strait.core.network.Dense;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;

/** Rows are (s, a, s′) with F = 2 and one coordinate of action. */
class ShapedJudgeTest {

    private static final double DISCOUNT = 0.9;
    private static final ShapedJudge.Layout LAYOUT = new ShapedJudge.Layout(2, 1);
    private static final float[] ROWS = {
        0.1f, -0.4f, 1, 0.3f, 0.2f, //
        0.5f, 0.6f, -1, -0.3f, 0.9f
    };
    private static final float[] LOG_POLICY = {-0.7f, -1.9f};

    private final SeedStream random = new SeedStream(2);

    private static NoiseStream noise() {
        return new Seeds(1).noise("code");
    }

    private Discriminator part(NDManager manager, int inputs, Bottleneck bottleneck) {
        return bottleneck.around(
                Dense.of(inputs, 8).build(manager, random), new Shape(1, inputs), manager, random);
    }

    private ShapedJudge judge(NDManager manager, boolean stateOnly, Bottleneck bottleneck) {
        return new ShapedJudge(
                part(manager, stateOnly ? 2 : 3, bottleneck),
                part(manager, 2, bottleneck),
                LAYOUT,
                stateOnly,
                DISCOUNT);
    }

    private static Batch batch(NDManager manager, float[] rows, float... continues) {
        return new Batch(
                manager.create(rows, new Shape(2, 5)),
                manager.create(continues),
                () -> manager.create(LOG_POLICY));
    }

    private static float[] of(Discriminator part, NDManager manager, int width, int... columns) {
        float[] inputs = new float[2 * columns.length];
        for (int row = 0; row < 2; row++) {
            for (int i = 0; i < columns.length; i++) {
                inputs[row * columns.length + i] = ROWS[row * width + columns[i]];
            }
        }
        return part.logits(manager.create(inputs, new Shape(2, columns.length))).toFloatArray();
    }

    /** D = exp f / (exp f + π), f = g + γ h(s′) − h(s) (Fu et al. 2018). */
    @EachDevice
    void shouldJudgeByTheDensityRatioOfThePaper(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            ShapedJudge judge = judge(manager, false, new Bottleneck.None());
            Batch batch = batch(manager, ROWS, 1, 1);
            float[] logits = judge.logits(batch, CodePath.MEAN, noise()).toFloatArray();
            float[] g = of(judge.reward(), manager, 5, 0, 1, 2);
            float[] here = of(judge.shaping(), manager, 5, 0, 1);
            float[] next = of(judge.shaping(), manager, 5, 3, 4);
            for (int i = 0; i < 2; i++) {
                double f = g[i] + DISCOUNT * next[i] - here[i];
                double d = Math.exp(f) / (Math.exp(f) + Math.exp(LOG_POLICY[i]));
                assertEquals(d, 1 / (1 + Math.exp(-logits[i])), 1e-6);
            }
        }
    }

    /** If exp f is the expert's density, the logit is the log of the true density ratio. */
    @EachDevice
    void shouldSubtractTheLogarithmOfThePolicy(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            ShapedJudge judge = judge(manager, false, new Bottleneck.None());
            Batch batch = batch(manager, ROWS, 1, 1);
            float[] logits = judge.judge(batch, noise()).logits().toFloatArray();
            float[] f = judge.score(batch.inputs(), noise()).toFloatArray();
            for (int i = 0; i < 2; i++) {
                assertEquals(f[i] - LOG_POLICY[i], logits[i], 1e-6);
            }
        }
    }

    @EachDevice
    void shouldCountTheShapingAfterATerminatedStepAsZero(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            ShapedJudge judge = judge(manager, false, new Bottleneck.None());
            float[] logits =
                    judge.logits(batch(manager, ROWS, 0, 1), CodePath.MEAN, noise()).toFloatArray();
            float[] g = of(judge.reward(), manager, 5, 0, 1, 2);
            float[] here = of(judge.shaping(), manager, 5, 0, 1);
            assertEquals(g[0] - here[0] - LOG_POLICY[0], logits[0], 1e-6);
            float[] other = ROWS.clone();
            other[3] = 9;
            float[] same =
                    judge.logits(batch(manager, other, 0, 1), CodePath.MEAN, noise())
                            .toFloatArray();
            assertArrayEquals(logits, same);
        }
    }

    @EachDevice
    void shouldNotSeeTheActionWhereTheRewardIsOfTheStateAlone(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            float[] other = ROWS.clone();
            other[2] = 5;
            for (boolean stateOnly : new boolean[] {true, false}) {
                ShapedJudge judge = judge(manager, stateOnly, new Bottleneck.None());
                float before =
                        judge.score(manager.create(ROWS, new Shape(2, 5)), noise()).getFloat(0);
                float after =
                        judge.score(manager.create(other, new Shape(2, 5)), noise()).getFloat(0);
                if (stateOnly) {
                    assertEquals(before, after);
                } else {
                    assertNotEquals(before, after);
                }
            }
        }
    }

    /** KL_g(s, a) + KL_h(s) + KL_h(s′), on codes that are drawn apart. */
    @EachDevice
    void shouldAddTheRatesOfItsParts(Device device) {
        try (NDManager manager = TensorEngine.newManager(device)) {
            ShapedJudge judge = judge(manager, false, Bottleneck.Variational.of(3, 0.5));
            Judgement judged = judge.judge(batch(manager, ROWS, 1, 1), noise());
            NDArray rows = manager.create(ROWS, new Shape(2, 5));
            NDArray g = judge.reward().judge(rows.get(":, 0:3"), noise()).kl();
            NDArray here = judge.shaping().judge(rows.get(":, 0:2"), noise()).kl();
            NDArray next = judge.shaping().judge(rows.get(":, 3:5"), noise()).kl();
            assertArrayEquals(
                    g.add(here).add(next).toFloatArray(), judged.kl().toFloatArray(), 1e-6f);
            assertEquals(2, judge.blocks().size());
        }
    }
}
