package dev.strait.demos.vib;

import ai.djl.Device;
import dev.strait.agents.vib.VibTraining;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.configuration.Given;
import dev.strait.demos.image.PictureInput;
import dev.strait.demos.image.PictureParts;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.terminal.Remark;
import dev.strait.demos.training.RunPlan;
import dev.strait.demos.training.RunStart;
import dev.strait.demos.training.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strait vib}: a classifier through the variational information bottleneck. */
@Command(
        name = "vib",
        description = "Train a classifier of pictures through an information bottleneck.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait vib",
            "  strait vib --data mnist --beta 1e-3 --samples 12",
            "  strait vib --data mnist --sweep --attack",
            "  strait vib --data mnist --set 'vib.code={type: Dropout, chance: 0.5}'",
            "  strait vib --resume runs/vib-mnist-001",
        })
public final class VibCommand implements Callable<Integer> {

    @Option(
            names = "--beta",
            paramLabel = "X",
            description = "Price of a nat of the code, at least 0; 1e-3 if left out.")
    private Optional<String> beta = Optional.empty();

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Codes drawn of each test picture; 12 if left out.")
    private Optional<String> samples = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the pictures.")
    private Optional<String> epochs = Optional.empty();

    @Option(
            names = "--precision",
            paramLabel = "NAME",
            description =
                    "float32, or bfloat16 for the products of training: faster where the"
                            + " processor has instructions for it, far slower where not.")
    private Optional<String> precision = Optional.empty();

    @Option(
            names = "--sweep",
            description = "Then train at other beta, too, and draw the information plane.")
    private boolean sweep;

    @Option(
            names = "--attack",
            description = "Then train the deterministic twin, and attack both by FGSM and PGD.")
    private boolean attack;

    @Mixin private PictureInput input;

    @Mixin private TrainingOptions options;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        options.refuseOtherCommand(VibRun.COMMAND);
        if (options.namesSteps()) {
            throw new IllegalArgumentException("vib counts epochs; say --epochs, not --steps");
        }
        options.requireFreeOut();
        VibRun asked = options.configure(VibRun.preset(), given());
        PictureParts pictures = asked.pictures().parts(this::say);
        pictures.training().remarks().forEach(this::say);
        TensorEngine.threads(asked.threads());
        Device device = TensorEngine.device(asked.device());
        Seeds seeds = new Seeds(asked.seed());
        try (VibTraining training =
                new VibTraining(pictures.training(), asked.vib(), seeds, device)) {
            RunPlan plan = plan(asked, device);
            VibCourse course = new VibCourse(plan, asked, pictures, training);
            return new RunStart(options, spec)
                    .run(course, asked, "vib.epochs", asked.vib().epochs(), more());
        }
    }

    /** Whether what follows the training is asked of a run that was to end without it. */
    private boolean more() {
        return sweep && !peeked("sweep") || attack && !peeked("attack");
    }

    private boolean peeked(String key) {
        return options.peek(key).map(Boolean::parseBoolean).orElse(false);
    }

    private List<Given> given() {
        List<Given> given = new ArrayList<>(input.given());
        given.add(new Given("--beta", "vib.code.beta", beta));
        given.add(new Given("--samples", "samples", samples));
        given.add(Given.besideResume("--epochs", "vib.epochs", epochs));
        given.add(
                new Given(
                        "--precision",
                        "vib.precision",
                        precision.map(name -> name.toUpperCase(Locale.ROOT))));
        given.add(Given.besideResume("--sweep", "sweep", flag(sweep)));
        given.add(Given.besideResume("--attack", "attack", flag(attack)));
        return given;
    }

    private static Optional<Boolean> flag(boolean given) {
        return given ? Optional.of(true) : Optional.empty();
    }

    private void say(String text) {
        Remark.say(spec.commandLine().getErr(), text);
    }

    private static RunPlan plan(VibRun asked, Device device) {
        return new RunPlan(
                VibRun.COMMAND,
                VibRun.COMMAND,
                asked.pictures().name(),
                asked.seed(),
                device,
                MetricNames.IMAGES,
                "epochs",
                asked.vib().epochs());
    }
}
