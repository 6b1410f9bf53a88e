package dev.strait.demos.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strait.agents.gan.Conventions;
import dev.strait.agents.gan.GanRecipes;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.Session.Progress;
import dev.strait.demos.image.PictureSet;
import dev.strait.envs.image.ImageShape;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the progress line of a GAN says. */
class GanCourseTest {

    private static GanCourse course(GanRecipes recipe) {
        GanRun asked =
                GanRun.preset(
                        recipe,
                        PictureSet.DRAWN,
                        new ImageShape(1, 28, 28),
                        Optional.empty(),
                        Conventions.PAPER,
                        OptionalLong.empty());
        return new GanCourse(null, asked, null, Optional.empty());
    }

    private static Progress progress(Map<String, Double> round, Map<String, Double> looked) {
        return new Progress(new RoundReport(1, 64, round), looked, 0.5, 1);
    }

    @Test
    void shouldKeepTheLastDistanceBetweenTwoMeasurements() {
        GanCourse course = course(GanRecipes.VGAN);
        Map<String, Double> none = Map.of("pictures/fid", Double.NaN);
        assertEquals("", course.headline(progress(Map.of(), Map.of())));
        assertEquals("", course.headline(progress(Map.of(), none)));
        assertEquals(
                "FID 12.35", course.headline(progress(Map.of(), Map.of("pictures/fid", 12.346))));
        assertEquals("FID 12.35", course.headline(progress(Map.of(), none)));
    }

    @Test
    void shouldTellATrialFromTheStartThatWentOn() {
        GanCourse course = course(GanRecipes.INFOGAN);
        Map<String, Double> trial = Map.of("starts/number", 2.0, "starts/left", 4.0);
        Map<String, Double> after = Map.of("starts/number", 3.0, "starts/left", 0.0);
        assertEquals("start 2 of 5", course.headline(progress(trial, Map.of())));
        assertEquals(
                "start 3 went on, FID 2.00",
                course.headline(progress(after, Map.of("pictures/fid", 2.0))));
    }
}
