package dev.strait.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.BottleneckReport;
import dev.strait.core.bottleneck.Discriminator;
import dev.strait.core.bottleneck.DiscriminatorUpdate;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.gradient.Adam;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.NoiseStream;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The library example of the README, compiled and run. */
class LibraryExampleTest {

    private static final String BEGIN = "// README example: begin";

    private static final String END = "// README example: end";

    private static BottleneckReport example(Device device) {
        // README example: begin
        Seeds seeds = new Seeds(1);
        NoiseStream noise = seeds.noise("noise");
        Block layer = Linear.builder().setUnits(64).build();
        Block trunk = new SequentialBlock().add(layer).add(Activation.reluBlock()); // any DJL Block
        Bottleneck bottleneck =
                Bottleneck.Variational.of(8, 0.1).dualAscent(new DualAscent.PaperRule(0.02));
        try (NDManager manager = TensorEngine.newManager(device)) {
            Discriminator discriminator =
                    bottleneck.around(trunk, new Shape(1, 2), manager, seeds.stream("weights"));
            DiscriminatorUpdate update =
                    DiscriminatorUpdate.of(bottleneck, discriminator, Adam.of(3e-3));
            for (int step = 0; step < 500; step++) {
                try (NDManager scope = manager.newSubManager()) {
                    NDArray real = noise.normal(scope, new Shape(64, 2)).add(1f);
                    NDArray fake = noise.normal(scope, new Shape(64, 2)).sub(1f);
                    update.step(real, fake, noise); // and β follows E[KL] − 0.1 nats
                }
            }
            NDArray real = noise.normal(manager, new Shape(1000, 2)).add(1f);
            return update.report(real, real.sub(2f), noise);
        }
        // README example: end
    }

    @EachDevice
    void shouldTrainAUsersBlockThroughTheBottleneck(Device device) {
        BottleneckReport report = example(device);
        assertTrue(report.rate() < 0.3, report::toString);
        assertTrue(report.accuracy() > 0.55, report::toString);
        // Four standard errors of a share of 2,000.
        assertTrue(report.accuracy() < report.accuracyCap() + 0.045, report::toString);
    }

    @Test
    void shouldStandInTheReadme() throws IOException {
        Path test = Path.of("src/test/java/dev/strait/core/LibraryExampleTest.java");
        List<String> lines = snippet(Files.readAllLines(test));
        assertTrue(lines.size() < 30, "the example has " + lines.size() + " lines");
        Path readme = Path.of("../README.md");
        Assumptions.assumeTrue(Files.exists(readme), "there is no README.md to compare with yet");
        List<String> shown = Files.readAllLines(readme).stream().map(String::strip).toList();
        int start = Collections.indexOfSubList(shown, lines);
        assertTrue(start >= 0, "the README does not show the lines of the example");
    }

    /** The lines between the markers, without their indentation. */
    private static List<String> snippet(List<String> lines) {
        List<String> stripped = lines.stream().map(String::strip).toList();
        return stripped.subList(stripped.indexOf(BEGIN) + 1, stripped.indexOf(END));
    }
}
