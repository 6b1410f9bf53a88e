package dev.strait.demos.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.Session.Progress;
import dev.strait.agents.training.Training;
import dev.strait.agents.training.TrainingState;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.terminal.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of a training that is neither of a policy nor of pictures. */
class TrainingRunTest {

    /** Counts to a number, two at a time. */
    private static final class Counting implements Training {
        private final int rounds;
        private int round;

        Counting(int rounds) {
            this.rounds = rounds;
        }

        @Override
        public boolean finished() {
            return round >= rounds;
        }

        @Override
        public RoundReport round() {
            round++;
            return new RoundReport(round, 2L * round, Map.of("half", round / 2.0));
        }

        @Override
        public double progress() {
            return round / (double) rounds;
        }

        @Override
        public void save(TrainingState state) {
            state.put("counting.round", (long) round);
        }

        @Override
        public void restore(TrainingState state) {
            round = (int) state.number("counting.round");
        }

        @Override
        public void close() {}
    }

    /** Looks by squaring, and leaves how long it took. */
    private static final class CountingCourse implements Course {
        private final Counting training;
        private int looks;

        CountingCourse(int rounds) {
            training = new Counting(rounds);
        }

        @Override
        public RunPlan plan() {
            return new RunPlan("count", "twos", "none", 0, Device.cpu(), "apples", "rounds", 3);
        }

        @Override
        public Training training() {
            return training;
        }

        @Override
        public double secondsBefore() {
            return 100;
        }

        @Override
        public long counted(int round) {
            return round;
        }

        @Override
        public Map<String, Double> after(RoundReport round, double trainSeconds) {
            looks++;
            return Map.of("looks", (double) looks);
        }

        @Override
        public String headline(Progress progress) {
            return "";
        }

        @Override
        public void save(TrainingState state) {
            state.put("counting.looks", (long) looks);
        }

        @Override
        public void restore(TrainingState state) {
            looks = (int) state.number("counting.looks");
        }

        @Override
        public String leave(RunFolder folder, double trainSeconds, long trained) {
            return "%s apples in %s s".formatted(2 * trained, Math.round(trainSeconds));
        }
    }

    @TempDir Path temporary;
    private RunFolder folder;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void makeFolder() {
        folder = RunFolder.create(temporary.resolve("run"), "");
    }

    private int run(CountingCourse course, boolean restore) {
        TrainingRun run = new TrainingRun(folder, course, new PrintWriter(new StringWriter()));
        if (restore) {
            run.restore();
        }
        return run.run(new PrintWriter(out), true);
    }

    @Test
    void shouldWriteWhatTheTrainingAndTheLookMeasure() throws Exception {
        assertEquals(ExitCode.DONE, run(new CountingCourse(3), false));

        String header = Files.readAllLines(folder.metrics()).get(0);
        assertEquals("round,apples,half,looks,time/train_seconds", header);
        MetricsTable metrics = MetricsTable.read(folder.metrics());
        assertEquals(6, metrics.columns().get("apples")[2]);
        assertEquals(1.5, metrics.columns().get("half")[2]);
        assertEquals(3, metrics.columns().get("looks")[2]);
        assertTrue(Files.exists(folder.checkpoint()));
    }

    @Test
    void shouldCountTheSecondsOfAWarmStartOnce() {
        run(new CountingCourse(3), false);
        assertEquals("6 apples in 100 s", out.toString());

        run(new CountingCourse(5), true);
        assertEquals("6 apples in 100 s10 apples in 100 s", out.toString());
    }

    @Test
    void shouldGoOnWithWhatTheLookHasSeen() {
        run(new CountingCourse(3), false);
        run(new CountingCourse(5), true);

        double[] looks = MetricsTable.read(folder.metrics()).columns().get("looks");
        assertEquals(5, looks.length);
        assertEquals(5, looks[4]);
    }
}
