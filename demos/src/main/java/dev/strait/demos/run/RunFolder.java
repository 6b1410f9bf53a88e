package dev.strait.demos.run;

import dev.strait.core.checkpoint.AtomicFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one run:
 *
 * <pre>
 * config.yaml                     what was asked
 * metrics.csv, events.out.…       one row a round
 * checkpoint/state.safetensors    the latest complete state
 * policy.safetensors, policy.json what a user takes away
 * reward.safetensors, reward.json the learned reward of an adversarial imitation
 * frames.png, frames.gif          what a discriminator of frames sees, and where it looks
 * policy.gif, report.html         what it looks like
 * samples/000500.png, …           of a generator: what it made of one noise, step by step
 * samples.png, samples.gif        at the end, and on the way there
 * generator.safetensors, …json    and what a user takes away of it
 * summary.json                    the figures, for programs
 * </pre>
 *
 * @param path the folder
 */
public record RunFolder(Path path) {

    private static final String CONFIGURATION = "config.yaml";

    private static final int ATTEMPTS = 100;

    /**
     * Makes a new folder that holds its configuration from the first moment on.
     *
     * @param path must not exist, or be an empty folder
     * @param configuration the text of config.yaml
     * @throws IllegalArgumentException if the folder holds something or cannot be made
     */
    public static RunFolder create(Path path, String configuration) {
        Path absolute = path.toAbsolutePath().normalize();
        Path temporary = AtomicFile.temporary(absolute);
        try {
            requireFree(path);
            Files.createDirectories(absolute.getParent());
            Files.createDirectories(temporary);
            Disk.write(temporary.resolve(CONFIGURATION), configuration);
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE);
            return new RunFolder(path);
        } catch (AccessDeniedException e) {
            throw new IllegalArgumentException(
                    "cannot make " + path + ": permission denied; choose another --out", e);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(
                    "cannot make " + path + ": " + e.getMessage() + " is not a folder", e);
        } catch (IOException e) {
            throw Disk.failure("make", path, e);
        }
    }

    /**
     * Makes {@code parent/stem-001}, or the next number that is unused.
     *
     * @throws IllegalArgumentException if it cannot be made
     */
    public static RunFolder createNumbered(Path parent, String stem, String configuration) {
        for (int attempt = 0; ; attempt++) {
            Path path = parent.resolve("%s-%03d".formatted(stem, highest(parent, stem) + 1));
            try {
                return create(path, configuration);
            } catch (IllegalArgumentException e) {
                // Another run may have taken the number in between.
                if (attempt == ATTEMPTS || !Files.isDirectory(path)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Opens the folder of an earlier run.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static RunFolder open(Path path) {
        RunFolder folder = new RunFolder(path);
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException("no run folder " + path);
        } else if (!Files.isReadable(folder.configuration())) {
            throw new IllegalArgumentException(path + " is not a run folder: no config.yaml in it");
        }
        return folder;
    }

    /** What was asked for, config.yaml; no other folder of ours has it. */
    public Path configuration() {
        return path.resolve(CONFIGURATION);
    }

    /** metrics.csv. */
    public Path metrics() {
        return path.resolve("metrics.csv");
    }

    /** The latest complete state, one file; absent before the first. */
    public Path checkpoint() {
        return path.resolve("checkpoint").resolve("state.safetensors");
    }

    /** The policy's parameters. */
    public Path policy() {
        return path.resolve("policy.safetensors");
    }

    /** What the parameters belong to: networks, spaces, normalisers. */
    public Path policyDescription() {
        return path.resolve("policy.json");
    }

    /** What the weights of a learned reward belong to. */
    public Path rewardDescription() {
        return path.resolve("reward.json");
    }

    /** Whether the run has ended: its summary is written last. */
    public boolean finished() {
        return Files.exists(summary());
    }

    /** A film of the policy. */
    public Path film() {
        return path.resolve("policy.gif");
    }

    /** What a discriminator of frames sees, and where it looks. */
    public Path frames() {
        return path.resolve("frames.png");
    }

    /** The same, moving. */
    public Path framesFilm() {
        return path.resolve("frames.gif");
    }

    /** Grids of samples while a generator trains. */
    public Path samples() {
        return path.resolve("samples");
    }

    /** A grid of samples of a trained generator. */
    public Path sheet() {
        return path.resolve("samples.png");
    }

    /** How the samples came to be. */
    public Path samplesFilm() {
        return path.resolve("samples.gif");
    }

    /** The page to look at. */
    public Path report() {
        return path.resolve("report.html");
    }

    /** The figures, for programs. */
    public Path summary() {
        return path.resolve("summary.json");
    }

    /**
     * Asks a finished or stopped run for more: it counts as unfinished from here on.
     *
     * @param configuration the new text of config.yaml
     */
    public void extend(String configuration) {
        try {
            // In this order: whatever stops in between, the run can be resumed.
            Files.deleteIfExists(summary());
        } catch (IOException e) {
            throw Disk.failure("remove", summary(), e);
        }
        Disk.write(configuration(), configuration);
    }

    /**
     * Refuses a folder that {@link #create} would refuse, before dear work is done for it.
     *
     * @throws IllegalArgumentException if it holds something
     * @throws IOException if it cannot be read
     */
    public static void requireFree(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> content = Files.list(path)) {
                if (content.findAny().isEmpty()) {
                    return;
                }
            }
            throw new IllegalArgumentException(
                    path + " exists already; choose another --out, or continue it with --resume");
        } else if (Files.exists(path)) {
            throw new IllegalArgumentException(path + " is a file; --out names a folder");
        }
    }

    private static int highest(Path parent, String stem) {
        Pattern numbered = Pattern.compile(Pattern.quote(stem) + "-(\\d{3,9})");
        if (!Files.isDirectory(parent)) {
            return 0;
        }
        try (Stream<Path> runs = Files.list(parent)) {
            return runs.map(run -> numbered.matcher(run.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(match -> Integer.parseInt(match.group(1)))
                    .max()
                    .orElse(0);
        } catch (FileSystemException e) {
            throw new IllegalArgumentException("cannot read the folder " + parent, e);
        } catch (IOException e) {
            throw Disk.failure("read", parent, e);
        }
    }
}
