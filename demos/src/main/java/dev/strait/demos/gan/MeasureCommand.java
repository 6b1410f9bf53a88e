package dev.strait.demos.gan;

import ai.djl.Device;
import dev.strait.agents.gan.Generator;
import dev.strait.agents.metric.MetricReport;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.image.ExtractorInput;
import dev.strait.demos.image.FigureTable;
import dev.strait.demos.image.Measures;
import dev.strait.demos.image.PictureInput;
import dev.strait.demos.image.PictureMeter;
import dev.strait.demos.image.PictureSet;
import dev.strait.demos.run.JsonText;
import dev.strait.demos.run.PictureFigure;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.run.Versions;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.terminal.Remark;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.image.reading.Colour;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strait measure}: how near generated pictures come to real ones. */
@Command(
        name = "measure",
        description = "Measure a generator, or a folder of pictures, against data.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait measure runs/vgan-gp-mnist-001",
            "  strait measure runs/vgan-gp-mnist-001 --images 50000 --extractor inception.pt",
            "  strait measure runs/vgan-gp-mnist-001 --extractor net.pt --form 3x224x224:0:1",
            "  strait measure pictures --data mnist --json",
        })
public final class MeasureCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "WHAT",
            description = "A run folder of strait gan, its generator.json, or pictures.")
    private Path what;

    @Mixin private PictureInput input;

    @Option(
            names = "--images",
            paramLabel = "N",
            description =
                    "Pictures on either side, at most; those of the run, or 5,000, if left out.")
    private Optional<Integer> images = Optional.empty();

    @Mixin private ExtractorInput seen;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "auto, cpu, or a graphics card such as gpu:0. Default: ${DEFAULT-VALUE}.")
    private String device;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec private CommandSpec spec;

    /** What {@code --json} prints. */
    private record Result(
            String command,
            String what,
            String data,
            Map<String, PictureFigure> figures,
            Map<String, String> versions) {}

    @Override
    public Integer call() {
        if (!Files.exists(what)) {
            throw new IllegalArgumentException("there is no " + what);
        }
        boolean generated = GeneratorInput.isGenerator(what);
        Function<String, Optional<String>> run = generated ? ofRun() : key -> Optional.empty();
        Measures before = Measures.of(run);
        Measures measures = seen.over(before.images(images.orElse(before.images())));
        if (measures.extractor().isPresent() && measures.extractor().equals(before.extractor())) {
            say("seen by the extractor of the run, " + measures.extractor().get());
        }
        PictureSet data = input.over(PictureSet.of(run));
        ImageSource real = read(data);
        Device used = TensorEngine.device(device);
        Map<String, PictureFigure> figures = new LinkedHashMap<>();
        report(measures, data, real, generated, used)
                .figures()
                .forEach((metric, figure) -> figures.put(metric.key(), GanOutcome.figure(figure)));
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                json
                        ? JsonText.of(
                                new Result(
                                        "measure",
                                        what.toString(),
                                        data.name(),
                                        figures,
                                        Versions.all()))
                        : FigureTable.of(figures));
        out.flush();
        return ExitCode.DONE;
    }

    /** What the configuration of a run says, where it is one. */
    private Function<String, Optional<String>> ofRun() {
        Path folder = Files.isDirectory(what) ? what : what.toAbsolutePath().getParent();
        Path configuration = new RunFolder(folder).configuration();
        return Files.isRegularFile(configuration)
                ? key -> Configuration.peek(configuration, key)
                : key -> Optional.empty();
    }

    private MetricReport report(
            Measures measures, PictureSet data, ImageSource real, boolean generated, Device used) {
        if (generated) {
            try (Generator generator = GeneratorInput.read(what, used)) {
                requireEqual(generator.shape(), real.shape());
                try (PictureMeter meter = PictureMeter.of(measures, data, real, used, this::say)) {
                    return meter.measure(generator);
                }
            }
        }
        ImageSource pictures =
                read(new PictureSet(Optional.of(what.toString()), data.size(), colour(real)));
        requireEqual(pictures.shape(), real.shape());
        try (PictureMeter meter =
                PictureMeter.of(measures, data, real, pictures.size(), used, this::say)) {
            return meter.measure(pictures);
        }
    }

    /** A folder of pictures is read in the data's colours: a PNG of grey may say that it is RGB. */
    private static Colour colour(ImageSource real) {
        return real.shape().channels() == 1 ? Colour.GRAY : Colour.RGB;
    }

    /** Opens pictures and tells what must be told of them, such as how many are left out. */
    private ImageSource read(PictureSet pictures) {
        ImageSource source = pictures.training();
        source.remarks().forEach(text -> say(pictures.name() + ": " + text));
        return source;
    }

    private void say(String text) {
        Remark.say(spec.commandLine().getErr(), text);
    }

    private static void requireEqual(ImageShape made, ImageShape real) {
        if (!made.equals(real)) {
            throw new IllegalArgumentException(
                    "the pictures are %s, but those of the data are %s; --data, --size and --colour"
                                    .formatted(text(made), text(real))
                            + " say which data");
        }
    }

    private static String text(ImageShape shape) {
        return shape.channels() + "x" + shape.height() + "x" + shape.width();
    }
}
