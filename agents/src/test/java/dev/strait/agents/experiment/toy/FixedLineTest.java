package dev.strait.agents.experiment.toy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import dev.strait.core.objective.Objective;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import java.util.function.DoubleUnaryOperator;

class FixedLineTest {

    private static final double GAP = 0.7;
    private static final int COUNT = 64;

    /**
     * By the chain rule: ∂L/∂(w, b) = E[L′(l) ∇l ⊗ (u, 1)] at x = (θ, u), with L′ = −σ(−l) under
     * −ln D and −σ(l) under ln(1 − D), as logits and slopes say.
     */
    private static double byHand(
            ToyDiscriminator player, NDArray latents, DoubleUnaryOperator derivative) {
        NDArray across = latents.zerosLike().add((float) GAP);
        float[] points = NDArrays.concat(new NDList(across, latents), 1).toFloatArray();
        float[] along = latents.toFloatArray();
        double[] logits = player.logits(points, 2);
        double[] slopes = player.slopes(points, 2);
        double[] gradient = new double[4];
        for (int i = 0; i < along.length; i++) {
            double outer = derivative.applyAsDouble(logits[i]) / along.length;
            for (int axis = 0; axis < 2; axis++) {
                gradient[axis] += outer * slopes[2 * i + axis] * along[i];
                gradient[2 + axis] += outer * slopes[2 * i + axis];
            }
        }
        double squares = 0;
        for (double part : gradient) {
            squares += part * part;
        }
        return Math.sqrt(squares);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @EachDevice
    void shouldTellHowHardItWouldBePushed(Device device) {
        Seeds seeds = new Seeds(5);
        try (ToyDiscriminator player =
                        new ToyDiscriminator(ToySettings.narrow(0.5), 2, device, seeds);
                FixedLine line = new FixedLine(GAP, player.manager())) {
            player.train(new Sides.Lines(GAP), 100);
            NDArray latents = FixedLine.latents(player.manager(), seeds.noise("u"), COUNT);
            double saturating =
                    line.gradientNorm(new Objective.Minimax(), player.discriminator(), latents);
            double pushed =
                    line.gradientNorm(
                            new Objective.NonSaturating(), player.discriminator(), latents);

            assertEquals(byHand(player, latents, FixedLineTest::sigmoid), saturating, 1e-5);
            assertEquals(byHand(player, latents, l -> sigmoid(-l)), pushed, 1e-5);
            assertTrue(pushed > 1.5 * saturating, "it is told apart: " + pushed);
            // It stays where it is, however often it is asked.
            double again =
                    line.gradientNorm(
                            new Objective.NonSaturating(), player.discriminator(), latents);
            assertEquals(pushed, again);
        }
    }
}
