package dev.strait.demos.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    sealed interface Penalty {}

    record None() implements Penalty {}

    record R1(double weight) implements Penalty {}

    record Interpolates(double weight, double centre) implements Penalty {
        static Interpolates defaults() {
            return new Interpolates(10, 1);
        }
    }

    enum Clipping implements Penalty {
        SOFT,
        HARD
    }

    enum Input {
        STATE,
        STATE_ACTION
    }

    record Ppo(double learningRate, OptionalDouble targetKl, List<Integer> hidden) {
        Ppo {
            if (!(learningRate > 0)) {
                throw new IllegalArgumentException(
                        "learningRate must be positive, but was " + learningRate);
            }
        }
    }

    record Nest(
            String name,
            long seed,
            int threads,
            boolean anneal,
            Input input,
            Penalty penalty,
            List<Penalty> more,
            Optional<Penalty> perhaps,
            Map<String, Double> weights,
            OptionalInt batch,
            OptionalLong steps,
            Optional<Path> file,
            Ppo ppo) {}

    private static final Nest NEST =
            new Nest(
                    "no: 1e3",
                    1L << 60,
                    2,
                    true,
                    Input.STATE_ACTION,
                    new R1(0.1 + 0.2),
                    List.of(new None(), Clipping.HARD, new Interpolates(3, 0)),
                    Optional.of(new R1(Double.POSITIVE_INFINITY)),
                    Map.of("critic", 1e-300),
                    OptionalInt.empty(),
                    OptionalLong.of(3),
                    Optional.of(Path.of("a/b.npz")),
                    new Ppo(3e-4, OptionalDouble.empty(), List.of(64, 64)));

    @TempDir Path folder;

    private static Nest with(String... settings) {
        return Configuration.startingFrom(NEST).withSettings(List.of(settings)).value();
    }

    private Nest withFile(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("run.yaml"), text);
        return Configuration.startingFrom(NEST).withFile(file).value();
    }

    private static String refusal(String... settings) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> with(settings)).getMessage();
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    private String fileRefusal(String text) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> withFile(text)).getMessage();
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    @Test
    void shouldKeepEveryFieldThroughYaml() throws IOException {
        Ppo other = new Ppo(1, OptionalDouble.of(1), List.of());
        Nest blank =
                new Nest(
                        "",
                        0,
                        0,
                        false,
                        Input.STATE,
                        Clipping.SOFT,
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        OptionalInt.of(1),
                        OptionalLong.empty(),
                        Optional.empty(),
                        other);
        Path file = Files.writeString(folder.resolve("config.yaml"), Configuration.yaml(NEST));

        assertEquals(NEST, Configuration.startingFrom(NEST).value());
        assertEquals(NEST, Configuration.startingFrom(blank).withFile(file).value());
    }

    @Test
    void shouldPrintEveryComponentInOrder() {
        String yaml = Configuration.yaml(NEST);

        assertTrue(yaml.contains("penalty:\n  type: R1\n  weight: 0.30000000000000004\n"), yaml);
        assertTrue(yaml.contains("more:\n  - None\n  - HARD\n  - type: Interpolates\n"), yaml);
        assertTrue(yaml.contains("targetKl: null"), yaml);
        assertTrue(yaml.indexOf("seed:") < yaml.indexOf("threads:"), yaml);
    }

    @Test
    void shouldLetTheLastLayerWin() throws IOException {
        Path file = Files.writeString(folder.resolve("run.yaml"), "seed: 5\nthreads: 7\n");

        Nest nest =
                Configuration.startingFrom(NEST)
                        .withFile(file)
                        .withOption("--seed", "seed", 6L)
                        .withSetting("ppo.targetKl=0.02")
                        .value();

        assertEquals(6, nest.seed());
        assertEquals(7, nest.threads());
        assertEquals(OptionalDouble.of(0.02), nest.ppo().targetKl());
        assertEquals(3e-4, nest.ppo().learningRate());
    }

    @ParameterizedTest
    @CsvSource({"1e-3, 0.001", "5, 5", "2.5E2, 250", ".inf, Infinity"})
    void shouldReadNumbersAsPeopleWriteThem(String text, double value) {
        assertEquals(value, with("ppo.learningRate=" + text).ppo().learningRate());
    }

    @Test
    void shouldReadWholeNumbersWithExponent() {
        assertEquals(1_000_000L, with("seed=1e6").seed());
        assertEquals(List.of(32, 16), with("ppo.hidden=[32, 16]").ppo().hidden());
    }

    @Test
    void shouldReplaceAVariantWholeWhenItsTypeChanges() {
        assertEquals(new R1(7), with("penalty.weight=7").penalty());
        assertEquals(new None(), with("penalty=None").penalty());
        assertEquals(Clipping.SOFT, with("penalty=SOFT").penalty());
        assertEquals(new Interpolates(10, 1), with("penalty=Interpolates").penalty());
        assertEquals(
                new Interpolates(5, 1),
                with("penalty.type=Interpolates", "penalty.weight=5").penalty());
        assertEquals(new R1(2), with("penalty=None", "penalty={type: R1, weight: 2}").penalty());
        assertEquals(
                "--set penalty=R1: penalty: the key 'weight' is missing",
                refusal("penalty=None", "penalty=R1"));
    }

    @Test
    void shouldNameTheNearestKeyAndTheLine() {
        assertEquals(
                "run.yaml line 4: unknown key 'ppo.learningrate'; did you mean 'learningRate'?",
                fileRefusal("seed: 1\n# why\nppo:\n  learningrate: 1\n"));
        assertEquals("--set pp.x=1: unknown key 'pp'; did you mean 'ppo'?", refusal("pp.x=1"));
        assertEquals(
                "--set penalty=r2: penalty: unknown type 'r2'; did you mean 'R1'?",
                refusal("penalty=r2"));
        assertEquals(
                "--set input=STATES: input: 'STATES' is not known; did you mean 'STATE'?",
                refusal("input=STATES"));
    }

    @Test
    void shouldPassOnWhatTheRecordSays() {
        assertEquals(
                "run.yaml line 3: ppo: learningRate must be positive, but was NaN",
                fileRefusal("ppo:\n  targetKl: 1\n  learningRate: .nan\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "threads=two | --set threads=two: threads: expected a whole number between"
                        + " -2147483648 and 2147483647, but got 'two'",
                "seed=1.5 | --set seed=1.5: seed: expected a whole number of at most 64 bits, but"
                        + " got '1.5'",
                "seed=1e400000000 | --set seed=1e400000000: seed: expected a whole number of at"
                        + " most 64 bits, but got '1e400000000'",
                "anneal=maybe | --set anneal=maybe: anneal: expected true or false, but got"
                        + " 'maybe'",
                "ppo=1 | --set ppo=1: ppo: expected a group of keys, but got 1",
                "ppo.hidden=64 | --set ppo.hidden=64: ppo.hidden: expected a list in brackets, but"
                        + " got 64",
                "seed | --set takes key=value (null for none), but got 'seed'",
                "penalty={weight: 2, type: SOFT} | --set penalty={weight: 2, type: SOFT}: penalty:"
                        + " SOFT takes no further keys",
                "penalty=[1] | --set penalty=[1]: penalty: needs a type, one of None, R1,"
                        + " Interpolates, SOFT, HARD",
            })
    void shouldSayWhatWouldBeRight(String setting, String message) {
        assertEquals(message, refusal(setting));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed: 1\nseed: 2\n",
                "seed: &a 1\nthreads: *a\n",
                "seed: [1\n",
                "- 1\n",
                "seed: 1\n---\nseed: 2\n",
                "\tseed: 1",
                "seed: \"\\q\"",
            })
    void shouldRefuseWhatIsNotOnePlainDocument(String text) {
        assertTrue(fileRefusal(text).startsWith("run.yaml"), fileRefusal(text));
    }

    @Test
    void shouldTakeAnEmptyFileForNoChange() throws IOException {
        assertEquals(NEST, withFile("# nothing\n"));
    }

    @Test
    void shouldRefuseAnAbsentOrHugeFile() throws IOException {
        Configuration<Nest> nest = Configuration.startingFrom(NEST);
        Path absent = folder.resolve("absent.yaml");
        Path huge = Files.write(folder.resolve("huge.yaml"), new byte[(1 << 20) + 1]);

        assertThrows(IllegalArgumentException.class, () -> nest.withFile(absent));
        assertThrows(IllegalArgumentException.class, () -> nest.withFile(huge));
        assertThrows(IllegalArgumentException.class, () -> nest.withFile(folder));
    }

    @Test
    void shouldPeekAtAKeyBeforeBinding() throws IOException {
        Path file = Files.writeString(folder.resolve("run.yaml"), "algorithm: vail\nother: null\n");

        assertEquals(Optional.of("vail"), Configuration.peek(file, "algorithm"));
        assertEquals(Optional.empty(), Configuration.peek(file, "other"));
    }
}
