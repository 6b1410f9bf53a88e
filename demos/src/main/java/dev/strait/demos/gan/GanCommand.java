package dev.strait.demos.gan;

import ai.djl.Device;
import dev.strait.agents.gan.Conventions;
import dev.strait.agents.gan.GanRecipes;
import dev.strait.agents.gan.GanTraining;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.configuration.Given;
import dev.strait.demos.configuration.NearestName;
import dev.strait.demos.image.ExtractorInput;
import dev.strait.demos.image.PictureInput;
import dev.strait.demos.image.PictureMeter;
import dev.strait.demos.image.PictureSet;
import dev.strait.demos.image.UnmeasurableException;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.terminal.Remark;
import dev.strait.demos.training.RunPlan;
import dev.strait.demos.training.RunStart;
import dev.strait.demos.training.TrainingOptions;
import dev.strait.envs.image.ImageBatches;
import dev.strait.envs.image.ImageSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strait gan}: from pictures to a generator of more of them. */
@Command(
        name = "gan",
        description = "Train a generator of pictures; strait list recipes names the methods.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait gan",
            "  strait gan --recipe vgan-gp --data mnist --steps 20000",
            "  strait gan --recipe infogan --set 'game.regulariser={type: R1, weight: 10}'",
            "  strait gan --resume runs/vgan-gp-mnist-001",
        })
public final class GanCommand implements Callable<Integer> {

    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            description = "The method, such as gan, wgan-gp or infogan; vgan-gp if left out.")
    private Optional<String> recipe = Optional.empty();

    @Mixin private PictureInput input;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Real pictures of a step of the discriminator.")
    private Optional<String> batch = Optional.empty();

    @Option(names = "--flip", description = "Mirror half of the pictures, drawn anew each time.")
    private boolean flip;

    @Option(
            names = "--sample-every",
            paramLabel = "N",
            description = "Generator steps between two grids of samples; 0 for none.")
    private Optional<String> sampleEvery = Optional.empty();

    @Option(
            names = "--metrics-every",
            paramLabel = "N",
            description = "Generator steps between two measurements (FID and others); 0 for none.")
    private Optional<String> metricsEvery = Optional.empty();

    @Option(
            names = "--metrics-images",
            paramLabel = "N",
            description = "Pictures on either side of a measurement.")
    private Optional<String> metricsImages = Optional.empty();

    @Mixin private ExtractorInput seen;

    @Option(
            names = "--networks",
            paramLabel = "WHICH",
            description = "${COMPLETION-CANDIDATES}; what suits the data if left out.")
    private Optional<NetworkChoice> networks = Optional.empty();

    @Option(
            names = "--conventions",
            paramLabel = "WHOSE",
            description =
                    "How the bottleneck is read. paper: I_c holds the whole code, the generator sees"
                            + " its mean. official: as in the authors' code for pictures, I_c is the"
                            + " mean over the places of the code, the generator sees a sample; on"
                            + " residual networks. paper if left out.")
    private Optional<Conventions> conventions = Optional.empty();

    @Mixin private TrainingOptions options;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        options.refuseOtherCommand(GanRun.COMMAND);
        options.requireFreeOut();
        GanRecipes chosen = chosen();
        PictureSet named = input.over(configured());
        ImageSource real = named.training();
        GanRun asked = options.configure(preset(chosen, named, real), given());
        requireRead(named, asked);
        seen.checked(asked.measures());
        TensorEngine.threads(asked.threads());
        Device device = TensorEngine.device(asked.device());
        real.remarks().forEach(this::say);
        Optional<PictureMeter> meter = meter(asked, real, device);
        try (GanTraining training = training(asked, real, device)) {
            GanCourse course = new GanCourse(plan(asked, device), asked, training, meter);
            return new RunStart(options, spec).run(course, asked, asked.steps());
        } finally {
            meter.ifPresent(PictureMeter::close);
        }
    }

    private GanRun preset(GanRecipes chosen, PictureSet named, ImageSource real) {
        refuseBeside("--networks", networks, "networks");
        refuseBeside("--conventions", conventions, "game.bottleneck");
        return GanRun.preset(
                chosen,
                named,
                real.shape(),
                networks.map(NetworkChoice::networks),
                conventions.orElse(Conventions.PAPER),
                options.steps());
    }

    private void refuseBeside(String option, Optional<?> given, String key) {
        if (given.isPresent() && options.peek(key + ".type").isPresent()) {
            throw new IllegalArgumentException(
                    "%s: the configuration has its own %s; leave one of them out"
                            .formatted(option, key));
        }
    }

    private GanRecipes chosen() {
        Optional<String> configured = options.peek("recipe");
        GanRecipes found =
                recipe.or(() -> configured).map(GanCommand::named).orElse(GanRecipes.VGAN_GP);
        if (configured.isPresent() && named(configured.get()) != found) {
            throw new IllegalArgumentException(
                    "--recipe is %s, but the configuration is of %s; leave one of them out"
                            .formatted(found.id(), configured.get()));
        }
        return found;
    }

    private static GanRecipes named(String name) {
        List<String> known = Arrays.stream(GanRecipes.values()).map(GanRecipes::id).toList();
        if (!known.contains(name.toLowerCase(Locale.ROOT).replace('_', '-'))) {
            throw new IllegalArgumentException(
                    "no recipe is called '" + name + "'" + NearestName.hint(name, known));
        }
        return GanRecipes.named(name);
    }

    /** The pictures of the run to resume, or of {@code --config}. */
    private PictureSet configured() {
        return PictureSet.of(options::peek);
    }

    /** Networks follow from the pictures, so these are read before the settings are known. */
    private static void requireRead(PictureSet read, GanRun asked) {
        if (!read.equals(asked.pictures())) {
            throw new IllegalArgumentException(
                    "--set cannot change the pictures; use --data, --size and --colour");
        }
    }

    private List<Given> given() {
        List<Given> given = new ArrayList<>(input.given());
        given.add(new Given("--recipe", "recipe", recipe.map(name -> named(name).id())));
        given.add(new Given("--batch", "batch", batch));
        given.add(new Given("--flip", "flip", flip ? Optional.of(true) : Optional.empty()));
        given.add(new Given("--sample-every", "sampleEvery", sampleEvery));
        given.add(new Given("--metrics-every", "measures.every", metricsEvery));
        given.add(new Given("--metrics-images", "measures.images", metricsImages));
        given.addAll(seen.given());
        return given;
    }

    /** A training does without measurements that its pictures do not allow. */
    private Optional<PictureMeter> meter(GanRun asked, ImageSource real, Device device) {
        if (!asked.measures().wanted()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    PictureMeter.of(
                            asked.measures(),
                            asked.pictures(),
                            real,
                            device,
                            remark(options.quiet())));
        } catch (UnmeasurableException e) {
            say("nothing is measured: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static GanTraining training(GanRun asked, ImageSource real, Device device) {
        Seeds seeds = new Seeds(asked.seed());
        long order = seeds.stream("pictures").nextLong() & Long.MAX_VALUE;
        ImageBatches batches = ImageBatches.of(real, asked.batch(), order, asked.augmentation());
        return new GanTraining(asked.settings(), batches, device, seeds);
    }

    private static RunPlan plan(GanRun asked, Device device) {
        return new RunPlan(
                GanRun.COMMAND,
                asked.recipe(),
                asked.pictures().name(),
                asked.seed(),
                device,
                MetricNames.IMAGES,
                "steps",
                asked.steps());
    }

    private Consumer<String> remark(boolean quiet) {
        return quiet ? text -> {} : this::say;
    }

    private void say(String text) {
        Remark.say(spec.commandLine().getErr(), text);
    }
}
