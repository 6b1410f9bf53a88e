package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import dev.strait.core.bottleneck.BottleneckReport;
import dev.strait.core.bottleneck.DiscriminatorUpdate;
import dev.strait.core.gradient.LearnerReport;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RoundFiguresTest {

    private static final double LIMIT = 0.5;

    private static DiscriminatorUpdate.Report step(
            double loss, double beta, double rate, double accuracy, Double... companion) {
        BottleneckReport bottleneck =
                new BottleneckReport(
                        beta, rate + 1, rate - 1, rate, LIMIT, accuracy, accuracy / 2, 0.9, 0);
        LearnerReport learner = new LearnerReport(99, 10 * loss, List.of());
        return new DiscriminatorUpdate.Report(
                loss, 100 * loss, List.of(companion), bottleneck, learner);
    }

    @Test
    void shouldAverageEachPlayerOverItsOwnSteps() {
        RoundFigures figures = new RoundFigures();
        figures.add(step(1, 0.1, 0.2, 0.8));
        figures.add(step(2, 0.2, 0.4, 0.6));
        figures.add(step(6, 0.3, 0.6, 0.4));
        figures.add(new LearnerReport(5, 7, List.of()));
        Map<String, Double> means = figures.means(Recogniser.NONE);
        assertEquals(3, means.get("discriminator/loss"), 1e-12);
        assertEquals(300, means.get("discriminator/penalty"), 1e-12);
        assertEquals(30, means.get("discriminator/gradient_norm"), 1e-12);
        assertEquals(0.6, means.get("discriminator/accuracy_real"), 1e-12);
        assertEquals(0.3, means.get("discriminator/accuracy_fake"), 1e-12);
        assertEquals(0.45, means.get("discriminator/accuracy"), 1e-12);
        assertEquals(0.9, means.get("discriminator/accuracy_cap"), 1e-12);
        assertEquals(1.4, means.get("bottleneck/kl_real"), 1e-12);
        assertEquals(-0.6, means.get("bottleneck/kl_fake"), 1e-12);
        assertEquals(0.4, means.get("bottleneck/rate"), 1e-12);
        assertEquals(5, means.get("generator/loss"), 1e-12);
        assertEquals(7, means.get("generator/gradient_norm"), 1e-12);
        assertEquals(LIMIT, means.get("bottleneck/limit"), 1e-12);
        // A state, not a mean.
        assertEquals(0.3, means.get("bottleneck/beta"), 1e-12);
    }

    /** By the mean, whatever single steps did. */
    @Test
    void shouldCountTheConstraintAsKeptByTheMeanRate() {
        RoundFigures kept = new RoundFigures();
        kept.add(step(1, 0.1, 0.25, 0.5));
        kept.add(step(1, 0.1, 0.75, 0.5));
        assertEquals(1, kept.means(Recogniser.NONE).get("bottleneck/satisfied"));
        RoundFigures broken = new RoundFigures();
        broken.add(step(1, 0.1, 0.77, 0.5));
        broken.add(step(1, 0.1, 0.25, 0.5));
        assertEquals(0, broken.means(Recogniser.NONE).get("bottleneck/satisfied"));
    }

    @Test
    void shouldLeaveOutAccuraciesWhereALogitTellsNone() {
        RoundFigures figures = new RoundFigures();
        figures.add(step(1, 0.1, 0.2, Double.NaN));
        Map<String, Double> means = figures.means(Recogniser.NONE);
        assertFalse(means.keySet().stream().anyMatch(name -> name.contains("accuracy")));
    }

    @Test
    void shouldGiveTheRecogniserTheMeanOfEachOfItsFigures() {
        RoundFigures figures = new RoundFigures();
        figures.add(step(1, 0.1, 0.2, 0.5, 1.0, 2.0, 3.0));
        figures.add(step(1, 0.1, 0.2, 0.5, 3.0, 4.0, 8.0));
        Recogniser recogniser = new CodeFigures();
        Map<String, Double> means = figures.means(recogniser);
        assertEquals(2, means.get("0"), 1e-12);
        assertEquals(3, means.get("1"), 1e-12);
        assertEquals(5.5, means.get("2"), 1e-12);
    }

    /** Tells what it was given. */
    private static final class CodeFigures implements Recogniser {

        @Override
        public NDList losses(NDArray features, Supplier<NDArray> viewed, NDArray inputs) {
            return Recogniser.NONE.losses(features, viewed, inputs);
        }

        @Override
        public NDArray doubt(NDArray features) {
            return Recogniser.NONE.doubt(features);
        }

        @Override
        public NDArray choices(NDArray features) {
            return Recogniser.NONE.choices(features);
        }

        @Override
        public List<Block> blocks() {
            return List.of();
        }

        @Override
        public void figures(List<Double> losses, Map<String, Double> target) {
            for (int i = 0; i < losses.size(); i++) {
                target.put(Integer.toString(i), losses.get(i));
            }
        }
    }
}
