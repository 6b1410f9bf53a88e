package dev.strait.demos.training;

import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.RunLock;
import dev.strait.demos.run.WorldName;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.Remark;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Begins a run in a new folder, or goes on in the one that {@code --resume} names. */
public final class RunStart {

    private final TrainingOptions options;
    private final CommandSpec spec;

    /**
     * For a command that trains.
     *
     * @param options as they were given to it
     * @param spec the command as it was called
     */
    public RunStart(TrainingOptions options, CommandSpec spec) {
        this.options = options;
        this.spec = spec;
    }

    /**
     * Trains to the end; nothing is written before this.
     *
     * @param asked the content of config.yaml
     * @param steps that it asks for
     * @return the exit code
     */
    public int run(Course course, Record asked, long steps) {
        return run(course, asked, "steps", steps, false);
    }

    /**
     * Trains to the end; nothing is written before this.
     *
     * @param asked the content of config.yaml
     * @param key where it says how long the run is, such as {@code steps}
     * @param length that it asks for
     * @param more whether a resumed run is asked for something that it was not to leave before
     * @return the exit code
     */
    public int run(Course course, Record asked, String key, long length, boolean more) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Optional<RunFolder> resumed = options.resumed();
        if (resumed.isEmpty()) {
            RunPlan plan = course.plan();
            String stem = plan.algorithm() + "-" + stem(plan.subject());
            RunFolder folder = options.create(stem, command(), asked);
            try (RunLock lock = RunLock.take(folder)) {
                return new TrainingRun(lock.folder(), course, err).run(out, options.quiet());
            }
        }
        try (RunLock lock = RunLock.take(resumed.get())) {
            return resume(lock.folder(), course, asked, key, length, more);
        }
    }

    private int resume(
            RunFolder folder, Course course, Record asked, String key, long length, boolean more) {
        PrintWriter err = spec.commandLine().getErr();
        long planned = Long.parseLong(options.peek(key).orElseThrow());
        String unit = key.substring(key.lastIndexOf('.') + 1);
        if (length < planned) {
            throw new IllegalArgumentException(
                    "--%s: the run is planned for %s %1$s; a resumed run takes more, not %s"
                            .formatted(unit, planned, length));
        } else if (length > planned) {
            say(err, "%s %s instead of %s: annealing follows the new plan", length, unit, planned);
        } else if (folder.finished() && !more) {
            say(err, "%s is finished; its report: %s", folder.path(), folder.report());
            return ExitCode.DONE;
        }
        TrainingRun run = new TrainingRun(folder, course, err);
        run.restore();
        if (length > planned || more) {
            options.extend(folder, command(), asked);
        }
        return run.run(spec.commandLine().getOut(), options.quiet());
    }

    /** A world's id as part of a folder's name: of a clip's path the name counts. */
    private static String stem(String subject) {
        WorldName name = WorldName.of(subject);
        String clip = name.clip().replaceFirst("\\.[^.]*$", "").replaceAll("[^\\w.-]", "_");
        return name.kind().replace('/', '-') + (clip.isEmpty() ? "" : "-" + clip);
    }

    private String command() {
        return ConfigurationHeader.arguments(spec);
    }

    private static void say(PrintWriter err, String message, Object... values) {
        Remark.say(err, message.formatted(values));
    }
}
