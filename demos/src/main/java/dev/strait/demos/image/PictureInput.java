package dev.strait.demos.image;

import dev.strait.demos.configuration.Given;
import dev.strait.envs.image.reading.Colour;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that reads pictures: which, and in what form. */
public final class PictureInput {

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description =
                    "A folder of pictures (classes by sub-folder), of MNIST's IDX or of CIFAR-10's"
                            + " binary files, or an npz; by default digits that Strait draws.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "Crop to the centred square and scale to N x N; by default as they are.")
    private Optional<Integer> size = Optional.empty();

    @Option(
            names = "--colour",
            paramLabel = "HOW",
            description = "as-is, gray or rgb; by default as they are.")
    private Optional<String> colour = Optional.empty();

    /** Whether any of the options was given. */
    public boolean isGiven() {
        return data.isPresent() || size.isPresent() || colour.isPresent();
    }

    boolean namesData() {
        return data.isPresent();
    }

    /** What the options ask for, each where it is left out as {@code other} has it. */
    public PictureSet over(PictureSet other) {
        return new PictureSet(
                path().or(other::path),
                size.or(other::size),
                colour.map(PictureInput::named).orElse(other.colour()));
    }

    /** What the options ask for. */
    public PictureSet pictures() {
        return over(PictureSet.DRAWN);
    }

    /** As settings of a run. */
    public List<Given> given() {
        return List.of(
                new Given("--data", "pictures.path", path()),
                new Given("--size", "pictures.size", size),
                new Given("--colour", "pictures.colour", colour.map(PictureInput::named)));
    }

    /** By its absolute path, so that a run can be resumed from any folder. */
    private Optional<String> path() {
        return data.map(path -> path.toAbsolutePath().normalize().toString());
    }

    /** {@code as-is} as {@code AS_IS}. */
    static Colour named(String text) {
        for (Colour each : Colour.values()) {
            if (each.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return each;
            }
        }
        throw new IllegalArgumentException(
                "the colour must be as-is, gray or rgb, but was '" + text + "'");
    }
}
