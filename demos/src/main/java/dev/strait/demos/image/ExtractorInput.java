package dev.strait.demos.image;

import dev.strait.agents.metric.extractor.PictureForm;
import dev.strait.demos.configuration.Given;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options of every command that measures pictures: what sees the features. */
public final class ExtractorInput {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,5})x(\\d{1,5})x(\\d{1,5})(?::([^:]+):([^:]+))?");

    @Option(
            names = "--extractor",
            paramLabel = "FILE",
            description =
                    "TorchScript file that sees the features (B, F) of pictures (B, 3, 299, 299) in"
                            + " [-1, 1], or as --form says; it is a program and runs, so name only"
                            + " one you trust. By default a classifier trained on the data.")
    private Optional<Path> extractor = Optional.empty();

    @Option(
            names = "--form",
            paramLabel = "CxHxW[:LOW:HIGH]",
            description =
                    "Form of the pictures that the extractor takes, and what black and white are"
                            + " to it: 1x28x28, or 3x299x299:0:1. From -1 to 1 if left out.")
    private Optional<String> form = Optional.empty();

    /**
     * What the options ask for, each where it is left out as {@code other} has it: another
     * extractor comes without the form of the other one.
     */
    public Measures over(Measures other) {
        Optional<String> file = path().or(other::extractor);
        PictureForm usual = file.equals(other.extractor()) ? other.form() : PictureForm.INCEPTION;
        return checked(
                new Measures(
                        other.every(),
                        other.images(),
                        file,
                        form.map(ExtractorInput::form).orElse(usual)));
    }

    /**
     * What is measured by.
     *
     * @throws IllegalArgumentException where a form is given, and no extractor that takes it
     */
    public Measures checked(Measures asked) {
        if (form.isPresent() && asked.extractor().isEmpty()) {
            throw new IllegalArgumentException("--form is that of an --extractor; none is named");
        }
        return asked;
    }

    /** As settings of a run. */
    public List<Given> given() {
        List<Given> given = new ArrayList<>();
        given.add(new Given("--extractor", "measures.extractor", path()));
        Optional<PictureForm> said = form.map(ExtractorInput::form);
        given.add(setting("channels", said.map(PictureForm::channels)));
        given.add(setting("height", said.map(PictureForm::height)));
        given.add(setting("width", said.map(PictureForm::width)));
        given.add(setting("darkest", said.map(PictureForm::darkest)));
        given.add(setting("brightest", said.map(PictureForm::brightest)));
        return given;
    }

    private static Given setting(String name, Optional<?> value) {
        return new Given("--form", "measures.form." + name, value);
    }

    /** By its absolute path, so that a run can be resumed from any folder. */
    private Optional<String> path() {
        return extractor.map(file -> file.toAbsolutePath().normalize().toString());
    }

    private static PictureForm form(String text) {
        Matcher parts = FORM.matcher(text);
        try {
            if (parts.matches()) {
                boolean ranged = parts.group(4) != null;
                return new PictureForm(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        ranged ? Double.parseDouble(parts.group(4)) : -1,
                        ranged ? Double.parseDouble(parts.group(5)) : 1);
            }
        } catch (NumberFormatException e) {
            throw badForm(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--form: " + e.getMessage(), e);
        }
        throw badForm(text);
    }

    private static IllegalArgumentException badForm(String text) {
        return new IllegalArgumentException(
                "--form must be like 3x299x299 or 3x299x299:0:1, but was '" + text + "'");
    }
}
