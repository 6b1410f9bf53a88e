package dev.strait.demos.transfer;

import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.demos.play.Actor;
import dev.strait.demos.play.LoadedPolicy;
import dev.strait.demos.play.Playing;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.world.BundledDemonstrations;
import dev.strait.demos.world.DemonstrationInput;
import dev.strait.demos.world.DemonstrationOutput;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DemonstrationFit;
import dev.strait.envs.demonstration.DemonstrationFormat;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a transfer learns from: a file, or the recording of an expert of its own. */
final class TransferDemonstrations {

    private static final long SEED = 2_345_678;

    private TransferDemonstrations() {}

    /**
     * The file that was asked for, or that comes with Strait.
     *
     * @throws IllegalArgumentException where there is none or it does not fit the world
     */
    static Path file(TransferRun asked) {
        Path file =
                asked.demonstrations()
                        .map(Path::of)
                        .orElseGet(() -> BundledDemonstrations.of(asked.environment()));
        DemonstrationFit.check(read(file), Environments.spec(asked.environment()));
        return file;
    }

    static Demonstrations read(Path file) {
        return DemonstrationInput.read(file, Optional.empty());
    }

    /**
     * Episodes of an expert whose training is over, its actions drawn: what it does beside its most
     * probable way tells what it avoids.
     *
     * @param expert the folder of its training, where the recording goes, too
     */
    static Path record(RunFolder expert, TransferRun asked) {
        Path file = expert.path().resolve("demonstrations.npz");
        if (Files.exists(file)) {
            return file;
        }
        List<Episode> recorded = new ArrayList<>();
        try (LoadedPolicy loaded =
                LoadedPolicy.of(
                        expert.path(),
                        Optional.empty(),
                        (path, id) -> Environments.spec(id),
                        TensorEngine.device(asked.device()))) {
            Playing.play(
                    loaded.world(),
                    Actor.sampled(loaded.policy(), new Seeds(SEED).stream("actions")),
                    asked.episodes(),
                    SEED,
                    recorded::add);
            DemonstrationOutput.write(
                    file,
                    loaded.world(),
                    recorded,
                    DemonstrationFormat.IMITATION_NPZ,
                    expert.path().getFileName().toString());
        }
        return file;
    }
}
