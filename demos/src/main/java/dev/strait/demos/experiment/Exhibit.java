package dev.strait.demos.experiment;

import ai.djl.Device;
import dev.strait.agents.experiment.Check;
import dev.strait.core.tensor.Seeds;
import dev.strait.demos.picture.ReportPage;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One experiment of the literature, as the command line knows it. */
public interface Exhibit {

    /** What it is called, such as {@code dirac-gan}. */
    String name();

    /** Its heading. */
    String title();

    /** What it shows, in one line, with its paper. */
    String line();

    /** What one should see, in a sentence or two. */
    String expectation();

    /** Whether it plays GAN recipes, and so can be asked for others and for other lengths. */
    default boolean playsRecipes() {
        return false;
    }

    /** Runs it. */
    Shown run(Request request);

    /**
     * What is asked of an experiment.
     *
     * @param seeds of everything that is random
     * @param device where tensors live
     * @param recipes names of GAN recipes, {@code all} for every one; empty for its own choice
     * @param steps of those; empty for their own number
     * @param progress receives a line now and then
     */
    record Request(
            Seeds seeds,
            Device device,
            List<String> recipes,
            OptionalLong steps,
            Consumer<String> progress) {

        public Request {
            recipes = List.copyOf(recipes);
        }
    }

    /**
     * What came out.
     *
     * @param checks what had to come out
     * @param figures draws it
     */
    record Shown(List<Check> checks, Consumer<ReportPage> figures) {

        public Shown {
            checks = List.copyOf(checks);
        }

        /** Whether everything came out as it had to. */
        public boolean holds() {
            return checks.stream().allMatch(Check::holds);
        }
    }
}
