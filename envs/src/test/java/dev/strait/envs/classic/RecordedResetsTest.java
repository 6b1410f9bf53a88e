package dev.strait.envs.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strait.envs.Environment;
import dev.strait.envs.Environments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All first states that Gymnasium 0.29.1 recorded, seeds 0 to 4 of every world. */
class RecordedResetsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CartPole-v1",
                "Pendulum-v1",
                "Acrobot-v1",
                "MountainCar-v0",
                "MountainCarContinuous-v0"
            })
    void shouldStartWhereGymnasiumStarts(String id) throws IOException {
        Path file = Path.of(System.getProperty("shared.data", ""), "gymnasium", "resets.json");
        assumeTrue(Files.exists(file), "no recorded resets at " + file);
        JsonNode recorded = new ObjectMapper().readTree(file.toFile()).get(id);
        assertEquals(5, recorded.size());
        for (int seed = 0; seed < recorded.size(); seed++) {
            Environment environment = Environments.make(id);
            environment.reset(seed);
            double[] state = new double[environment.world().stateSize()];
            environment.world().saveState(state, 0);
            for (int i = 0; i < state.length; i++) {
                assertEquals(recorded.get(seed).get(i).asDouble(), state[i], id + " seed " + seed);
            }
        }
    }
}
