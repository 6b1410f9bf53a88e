package dev.strait.demos;

import ai.djl.Device;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.benchmark.Benchmark;
import dev.strait.demos.benchmark.Measurement;
import dev.strait.demos.run.JsonText;
import dev.strait.demos.run.Versions;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.TextTable;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strait bench}: how fast this machine is at what trainings do. */
@Command(
        name = "bench",
        description = "Measure worlds, matrix products, updates and forward passes.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait bench",
            "  strait bench stepping gemm --json",
            "  strait bench agreement --data recordings"
        })
final class BenchCommand implements Callable<Integer> {

    private static final double QUIET = 0.9;

    @Parameters(
            arity = "0..*",
            paramLabel = "WHAT",
            description =
                    "${COMPLETION-CANDIDATES}; everything (agreement only with --data) if left"
                            + " out.")
    private List<Benchmark> what = new ArrayList<>();

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "auto, cpu, or a graphics card such as gpu:0. Default: ${DEFAULT-VALUE}.")
    private String device;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads of the engine. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "2",
            description = "Time of one figure, warm-up included. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Recorded steps (NAME_model.txt, NAME_steps.csv) for agreement.")
    private Path data;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec private CommandSpec spec;

    /**
     * A measurement and how undisturbed it was.
     *
     * @param coreShare the measuring thread's processor time over the time that passed: well below
     *     1, other processes were at work and the figure is of a busy machine (on a GPU it is low
     *     anyway)
     */
    private record Figure(
            String benchmark, String what, double value, String unit, double coreShare) {

        static Figure of(Benchmark benchmark, Measurement measured, double coreShare) {
            return new Figure(
                    benchmark.toString(),
                    measured.what(),
                    measured.value(),
                    measured.unit(),
                    coreShare);
        }
    }

    /** What {@code --json} prints. */
    private record Result(
            String command,
            String device,
            int threads,
            double seconds,
            List<Figure> measurements,
            Map<String, String> versions) {}

    @Override
    public Integer call() {
        if (!(seconds > 0 && seconds <= 3600)) {
            throw new IllegalArgumentException(
                    "--seconds must be in (0, 3600], but was " + seconds);
        }
        TensorEngine.threads(threads);
        Set<Benchmark> chosen = what.isEmpty() ? withoutRecordings() : EnumSet.copyOf(what);
        if (data != null && !chosen.contains(Benchmark.AGREEMENT)) {
            throw new IllegalArgumentException("--data is for agreement, which is not asked for");
        }
        Device used =
                chosen.stream().anyMatch(Benchmark::needsEngine)
                        ? TensorEngine.device(device)
                        : Device.cpu();
        List<Figure> measurements = new ArrayList<>();
        for (Benchmark benchmark : chosen) {
            long begun = System.nanoTime();
            long cpuBefore = cpuNanos();
            List<Measurement> measured = benchmark.run(used, threads, seconds, data);
            double share = (cpuNanos() - cpuBefore) / (double) (System.nanoTime() - begun);
            measured.forEach(m -> measurements.add(Figure.of(benchmark, m, share)));
        }
        Result result =
                new Result(
                        "bench",
                        TensorEngine.name(used),
                        threads,
                        seconds,
                        measurements,
                        Versions.all());
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JsonText.of(result) : text(result));
        out.flush();
        return ExitCode.DONE;
    }

    private Set<Benchmark> withoutRecordings() {
        Set<Benchmark> all = EnumSet.allOf(Benchmark.class);
        if (data == null) {
            all.remove(Benchmark.AGREEMENT);
        }
        return all;
    }

    private static String text(Result result) {
        TextTable table = new TextTable();
        boolean busy = false;
        for (Figure figure : result.measurements()) {
            busy |= result.device().equals("cpu") && figure.coreShare() < QUIET;
            table.row(
                    figure.what(),
                    number(figure.value()),
                    figure.unit(),
                    String.format(Locale.ROOT, "%.0f %% of a core", 100 * figure.coreShare()));
        }
        String note = busy ? "the machine was busy: figures are worse than it could do%n" : "";
        return table
                + ("on %s, engine threads %s; medians of five runs%n" + note)
                        .formatted(result.device(), result.threads());
    }

    /** Errors near rounding need an exponent, rates a decimal. */
    private static String number(double value) {
        boolean tiny = value < 0.001;
        return String.format(Locale.ROOT, tiny ? "%12.1e" : "%,12.1f", value);
    }

    /** Processor time of this thread, which does the engine's work, too, where that has one. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
