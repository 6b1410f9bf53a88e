package dev.strait.demos.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    /** Worked by hand: each pair differs by the edits that the comment of its row names. */
    @ParameterizedTest
    @CsvSource({
        "same, same, 0",
        "Case, cASE, 0",
        "beta, bta, 1", // one letter left out
        "gail, gial, 1", // two neighbours swapped
        "kitten, sitting, 3", // the textbook's example
        "'', abc, 3",
    })
    void shouldCountTypingErrors(String left, String right, int errors) {
        assertEquals(errors, NearestName.distance(left, right));
        assertEquals(errors, NearestName.distance(right, left));
    }

    @Test
    void shouldFindTheNearestOrNone() {
        List<String> known = List.of("CartPole-v1", "Pendulum-v1", "Acrobot-v1");

        assertEquals(Optional.of("CartPole-v1"), NearestName.of("cartpole-v0", known));
        assertEquals(Optional.empty(), NearestName.of("Humanoid-v4", known));
        assertEquals("; did you mean 'Acrobot-v1'?", NearestName.hint("Acrobat-v1", known));
        assertEquals("; known: CartPole-v1, Pendulum-v1, Acrobot-v1", NearestName.hint("x", known));
    }
}
