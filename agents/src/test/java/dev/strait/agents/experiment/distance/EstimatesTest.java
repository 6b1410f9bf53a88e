package dev.strait.agents.experiment.distance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.experiment.Check;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import java.util.List;

class EstimatesTest {

    private static void holds(List<Check> checks) {
        for (Check check : checks) {
            assertTrue(check.holds(), check::toString);
        }
    }

    @EachDevice
    void shouldTellTheGapOfLinesThroughACriticAndOnlyThatThereIsOneOtherwise(Device device) {
        holds(new LinesExperiment(List.of(-0.5), 10, 0.1, 500).run(new Seeds(1), device).checks());
    }

    @EachDevice
    void shouldLearnTheShareOfTheDensities(Device device) {
        holds(
                new GaussiansExperiment(new Density(0, 1), 2, 2, 1000)
                        .run(new Seeds(1), device)
                        .checks());
    }
}
