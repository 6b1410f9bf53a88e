package dev.strait.demos.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strait.agents.metric.extractor.PictureForm;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ExtractorInputTest {

    /** Or black would be −1 to a network that was trained on 0 to 1. */
    @Test
    void shouldTakeAnotherExtractorWithoutTheFormOfTheRuns() {
        PictureForm small = new PictureForm(1, 4, 4, 0, 1);
        Measures run = new Measures(1, 80, Optional.of("/a.pt"), small);

        assertEquals(small, over(run, "--extractor=/a.pt").form());
        assertEquals(PictureForm.INCEPTION, over(run, "--extractor=/b.pt").form());
        assertEquals(
                new PictureForm(3, 8, 9, -0.5, 2),
                over(run, "--extractor=/b.pt", "--form=3x8x9:-0.5:2").form());
        assertEquals(new PictureForm(1, 8, 9, -1, 1), over(run, "--form=1x8x9").form());
    }

    private static Measures over(Measures run, String... arguments) {
        ExtractorInput input = new ExtractorInput();
        new CommandLine(
                        CommandSpec.create()
                                .addMixin("input", CommandSpec.forAnnotatedObject(input)))
                .parseArgs(arguments);
        return input.over(run);
    }
}
