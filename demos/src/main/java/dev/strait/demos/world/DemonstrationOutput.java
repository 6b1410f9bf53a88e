package dev.strait.demos.world;

import dev.strait.demos.run.Versions;
import dev.strait.envs.Box;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;
import dev.strait.envs.demonstration.DatasetDescription;
import dev.strait.envs.demonstration.DemonstrationFile;
import dev.strait.envs.demonstration.DemonstrationFormat;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How commands write demonstrations: in which format, and under which name. */
public final class DemonstrationOutput {

    // Minari's is a folder: under such a name nobody would look for one.
    private static final Pattern FILE_OF_ANOTHER_FORMAT =
            Pattern.compile(".*\\.(csv|h5|hdf5|json|arrow|parquet|pkl|demo|npy)");

    private DemonstrationOutput() {}

    /**
     * The format that a name asks for: {@code imitation-npz} by its ending, else {@code minari}.
     *
     * @throws IllegalArgumentException where its ending is that of a file of another format
     */
    public static String formatOf(Path out) {
        Matcher other = FILE_OF_ANOTHER_FORMAT.matcher(out.toString().toLowerCase(Locale.ROOT));
        if (other.matches()) {
            throw new IllegalArgumentException(
                    "%s: no .%s file is written, only an .npz, or minari's folder"
                            .formatted(out, other.group(1)));
        }
        return out.toString().endsWith(".npz") ? "imitation-npz" : "minari";
    }

    /** The output's name in the letters that Minari allows, with a version. */
    static String datasetId(Path out) {
        String stem = out.toAbsolutePath().normalize().getFileName().toString();
        String plain = stem.replaceAll("\\.\\w+$", "").replaceAll("[^\\w-]+", "-");
        return plain.matches(".+-v\\d+") ? plain : plain + "-v0";
    }

    /**
     * Writes episodes of a policy as demonstrations.
     *
     * @param out must not exist
     * @param kind the world that they are of
     * @param origin of the policy, such as its run
     */
    public static void write(
            Path out,
            EnvironmentSpec kind,
            List<Episode> recorded,
            DemonstrationFormat to,
            String origin) {
        World world = kind.factory().get();
        Demonstrations demonstrations =
                new Demonstrations(
                        to.toString(),
                        Optional.of(kind.id()),
                        world.observationSpace().size(),
                        world.actionSpace().size(),
                        !(world.actionSpace() instanceof Box),
                        recorded);
        DatasetDescription description =
                DatasetDescription.of(
                        datasetId(out),
                        kind,
                        "policy of " + origin,
                        "recorded by strait " + Versions.all().get("strait"));
        DemonstrationFile.write(out, demonstrations, to, description);
    }
}
