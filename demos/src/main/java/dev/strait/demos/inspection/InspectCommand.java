package dev.strait.demos.inspection;

import dev.strait.demos.image.PictureInput;
import dev.strait.demos.image.PictureSet;
import dev.strait.demos.picture.PictureFile;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.JsonText;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.demos.world.DemonstrationInput;
import dev.strait.demos.world.WorldInput;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.demonstration.DemonstrationFit;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Replay;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.motion.MotionFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strait inspect}: what is in a file of demonstrations, a motion clip, or pictures. */
@Command(
        name = "inspect",
        description =
                "Tell what is in a file of demonstrations or a motion clip and which worlds it"
                        + " fits, or what is in pictures.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  strait inspect expert.npz",
            "  strait inspect expert.npz --env CartPole-v1 --replay",
            "  strait inspect expert.npz --env Hopper-v4 --replay --margin sum",
            "  strait inspect expert.npz --json",
            "  strait inspect walk.bvh",
            "  strait inspect --data mnist --sheet mnist.png",
        })
public final class InspectCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "A file or folder of demonstrations (strait list formats), or a motion clip.")
    private Optional<Path> file = Optional.empty();

    @Mixin private PictureInput pictures;

    @Option(
            names = "--sheet",
            paramLabel = "FILE",
            description = "With --data, a PNG of some pictures of every class; must not exist.")
    private Optional<Path> sheet = Optional.empty();

    @Option(
            names = "--env",
            paramLabel = "ID",
            description = "The world that it should fit; strait list worlds.")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "--replay",
            description =
                    "Replay every recorded action from its recorded observation in the world of"
                            + " --env (or the one that the file names), and tell how far it"
                            + " answers otherwise.")
    private boolean replay;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Mixin private DemonstrationInput input;

    @Mixin private WorldInput worlds;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (pictures.isGiven() || sheet.isPresent()) {
            return pictures();
        }
        Path path =
                file.orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "what is to be inspected? name a FILE, or pictures with"
                                                + " --data"));
        if (input.format().isEmpty() && MotionFile.holds(path)) {
            return motion(path);
        }
        Demonstrations recorded = input.read(path);
        if (environment.isEmpty() && !replay) {
            worlds.requireNothing("a world; add --env ID");
        }
        environment.ifPresent(id -> DemonstrationFit.check(recorded, worlds.world(id)));
        Optional<Replay> replayed =
                replay ? Optional.of(Replay.of(recorded, world(recorded))) : Optional.empty();
        Inspection inspection = Inspection.of(path.toString(), recorded, replayed);
        return tell(inspection, inspection.text());
    }

    private int tell(Record inspection, String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JsonText.of(inspection) : text);
        out.flush();
        return ExitCode.DONE;
    }

    private int motion(Path path) {
        if (replay || environment.isPresent()) {
            throw new IllegalArgumentException(
                    "%s is a motion clip; leave out what is about demonstrations"
                            .formatted(path.getFileName()));
        }
        worlds.requireNothing("a world that follows a clip, and this is a clip: leave it out");
        MotionInspection inspection = MotionInspection.of(path.toString(), MotionFile.read(path));
        return tell(inspection, inspection.text());
    }

    private int pictures() {
        if (file.isPresent() || replay || environment.isPresent()) {
            throw new IllegalArgumentException(
                    "--data, --sheet, --size and --colour are about pictures; leave out %s"
                            .formatted(file.isPresent() ? "FILE, or them" : "--replay and --env"));
        }
        worlds.requireNothing("a world, and --data inspects pictures: leave it out");
        sheet.ifPresent(png -> Disk.requireFree(png, ".png"));
        PictureSet set = pictures.pictures();
        ImageSource source = set.training();
        PictureInspection inspection = PictureInspection.of(set.name(), source);
        sheet.ifPresent(png -> PictureFile.write(png, ContactSheet.of(source)));
        return tell(inspection, inspection.text());
    }

    private EnvironmentSpec world(Demonstrations recorded) {
        String id =
                environment
                        .or(recorded::environmentId)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the file names no world to replay in; add --env"
                                                        + " ID"));
        return worlds.world(id);
    }
}
