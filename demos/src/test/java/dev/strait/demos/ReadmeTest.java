package dev.strait.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.agents.policy.DensePolicy;
import dev.strait.agents.policy.Policy;
import dev.strait.agents.policy.PolicyFile;
import dev.strait.agents.rollout.Evaluation;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.Environment;
import dev.strait.envs.Environments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the README shows, compiled and run: a saved policy in Java, and every command. */
class ReadmeTest {

    private static final Path SOURCE = Path.of("src/test/java/dev/strait/demos/ReadmeTest.java");
    private static final Path README = Path.of("../README.md");

    @TempDir Path folder;

    @BeforeEach
    void save() {
        SmallPolicies.save(folder, "CartPole-v1");
    }

    private static double withoutEngine(Path run) throws IOException {
        // README without engine: begin
        DensePolicy policy = DensePolicy.load(run); // a run folder
        Environment world = Environments.make(policy.environment());
        double[] observation = world.reset(42);
        double total = 0;
        for (boolean over = false; !over; ) {
            Environment.Step step = world.step(policy.act(observation));
            observation = step.observation();
            total += step.reward();
            over = step.terminated() || step.truncated();
        }
        // README without engine: end
        return total;
    }

    private static Evaluation withEngine(Path run) throws IOException {
        // README with engine: begin
        try (Policy policy = PolicyFile.load(run, TensorEngine.device("auto"))) {
            return Evaluation.of(policy, Environments.spec("CartPole-v1"), 100, 42);
        }
        // README with engine: end
    }

    @Test
    void shouldPlayASavedPolicyWithAndWithoutTheEngine() throws IOException {
        double total = withoutEngine(folder);
        Evaluation evaluation = withEngine(folder);

        assertTrue(total >= 1 && total <= 500, "a return of CartPole: " + total);
        assertEquals(100, evaluation.episodes());
        assertTrue(evaluation.mean() >= 1, evaluation::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"without engine", "with engine"})
    void shouldShowTheLinesThatAreRun(String name) throws IOException {
        List<String> source = stripped(SOURCE);
        List<String> lines =
                source.subList(
                        source.indexOf("// README " + name + ": begin") + 1,
                        source.indexOf("// README " + name + ": end"));

        assertTrue(
                Collections.indexOfSubList(stripped(README), lines) >= 0,
                "the README does not show " + lines);
    }

    @Test
    void shouldShowEveryCommandAndNoOptionThatDoesNotExist() throws IOException {
        CommandLine strait = Strait.commandLine();
        List<String> shown =
                stripped(README).stream().filter(l -> l.startsWith("demos/strait ")).toList();
        for (String name : strait.getSubcommands().keySet()) {
            assertTrue(
                    shown.stream().anyMatch(line -> line.split("\\s+")[1].equals(name)),
                    "the README does not show strait " + name);
        }
        for (String line : shown) {
            String[] words = line.replaceAll("\\s+#.*", "").split("\\s+");
            CommandLine command = strait.getSubcommands().get(words[1]);
            for (int i = 2; i < words.length; i++) {
                assertTrue(
                        !words[i].startsWith("--")
                                || command.getCommandSpec().findOption(words[i]) != null,
                        "there is no " + words[i] + " in: " + line);
            }
        }
    }

    private static List<String> stripped(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(String::strip).toList();
    }
}
