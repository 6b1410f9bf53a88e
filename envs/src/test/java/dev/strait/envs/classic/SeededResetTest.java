package dev.strait.envs.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.strait.envs.Environment;
import dev.strait.envs.Environments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States after {@code reset(seed=...)} of Gymnasium 0.29.1, recorded with {@code repr}. */
class SeededResetTest {

    @ParameterizedTest
    @CsvSource({
        "CartPole-v1, 0, 0.013696168732145436 -0.02302132862361297 -0.045902647606380534"
                + " -0.04834723644714709",
        "CartPole-v1, 4, 0.044305610557236766 0.0011327552814361583 0.047624370570770416"
                + " -0.04191639761043978",
        "CartPole-v1, 42, 0.027395604855596334 -0.006112156024794771 0.03585979199113824"
                + " 0.019736802905936393",
        "Pendulum-v1, 0, 0.8605556614246863 -0.4604265724722594",
        "Pendulum-v1, 3, -2.603443065020804 -0.5263789868078006",
        "Acrobot-v1, 0, 0.02739233709871769 -0.046042658388614655 -0.09180529415607452"
                + " -0.0966944694519043",
        "Acrobot-v1, 2, -0.047677572816610336 -0.040301769971847534 0.0628451481461525"
                + " -0.08161681145429611",
        "MountainCar-v0, 1, -0.49763567505994866 0",
        "MountainCarContinuous-v0, 4, -0.4113887788855265 0"
    })
    void shouldStartWhereGymnasiumStarts(String id, long seed, String expected) {
        Environment environment = Environments.make(id);
        environment.reset(seed);
        double[] state = new double[environment.world().stateSize()];
        environment.world().saveState(state, 0);
        assertArrayEquals(numbers(expected), state, 0);
    }

    private static double[] numbers(String text) {
        String[] words = text.split(" ");
        double[] values = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            values[i] = Double.parseDouble(words[i]);
        }
        return values;
    }
}
