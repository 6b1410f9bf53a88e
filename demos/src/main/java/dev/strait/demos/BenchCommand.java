package dev.strait.demos;

import ai.djl.Device;
import com.sun.management.OperatingSystemMXBean;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.benchmark.Benchmark;
import dev.strait.demos.benchmark.Measurement;
import dev.strait.demos.run.JsonText;
import dev.strait.demos.run.Versions;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
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
        footer = {"  strait bench", "  strait bench stepping gemm --json"})
final class BenchCommand implements Callable<Integer> {

    private static final double QUIET = 0.9;

    @Parameters(
            arity = "0..*",
            paramLabel = "WHAT",
            description = "${COMPLETION-CANDIDATES}; everything if left out.")
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

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec private CommandSpec spec;

    /**
     * What {@code --json} prints.
     *
     * @param coreShare processor time over the time that passed: well below 1, other processes were
     *     at work and the figures are of a busy machine (on a GPU it is low anyway)
     */
    private record Result(
            String command,
            String device,
            int threads,
            double seconds,
            double coreShare,
            List<Measurement> measurements,
            Map<String, String> versions) {}

    @Override
    public Integer call() {
        if (!(seconds > 0 && seconds <= 3600)) {
            throw new IllegalArgumentException(
                    "--seconds must be in (0, 3600], but was " + seconds);
        }
        TensorEngine.threads(threads);
        Set<Benchmark> chosen =
                what.isEmpty() ? EnumSet.allOf(Benchmark.class) : EnumSet.copyOf(what);
        Device used =
                chosen.stream().anyMatch(Benchmark::needsEngine)
                        ? TensorEngine.device(device)
                        : Device.cpu();
        List<Measurement> measurements = new ArrayList<>();
        long begun = System.nanoTime();
        long cpuBefore = cpuNanos();
        for (Benchmark benchmark : chosen) {
            measurements.addAll(benchmark.run(used, threads, seconds));
        }
        double share = (cpuNanos() - cpuBefore) / (double) (System.nanoTime() - begun);
        Result result =
                new Result(
                        "bench",
                        PlayOptions.name(used),
                        threads,
                        seconds,
                        share,
                        measurements,
                        Versions.all());
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JsonText.of(result) : text(result));
        out.flush();
        return ExitCode.DONE;
    }

    private static String text(Result result) {
        TextTable table = new TextTable();
        for (Measurement measurement : result.measurements()) {
            table.row(
                    measurement.what(),
                    String.format(Locale.ROOT, "%,12.1f", measurement.value()),
                    measurement.unit());
        }
        String busy =
                result.device().equals("cpu") && result.coreShare() < QUIET
                        ? "the machine was busy: figures are worse than it could do%n".formatted()
                        : "";
        return table
                + "on %s, engine threads %s; medians of five runs; %.0f %% of a core%n"
                        .formatted(result.device(), result.threads(), 100 * result.coreShare())
                + busy;
    }

    /** Processor time of this process, all threads together. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
