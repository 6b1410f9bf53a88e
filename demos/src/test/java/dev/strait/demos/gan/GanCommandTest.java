package dev.strait.demos.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.agents.gan.Conventions;
import dev.strait.agents.gan.GanRecipes;
import dev.strait.demos.CommandRun;
import dev.strait.demos.Examples;
import dev.strait.demos.SmallPictures;
import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.image.KeptExtractors;
import dev.strait.demos.image.PictureSet;
import dev.strait.demos.run.MetricsTable;
import dev.strait.demos.terminal.ExitCode;
import dev.strait.envs.image.ImageShape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code strait gan} from arguments to what it leaves, in a few steps of small networks. */
class GanCommandTest {

    @TempDir static Path folder;

    @BeforeAll
    static void keepClassifiersHere() {
        KeptExtractors.in(folder);
    }

    @AfterAll
    static void forget() {
        KeptExtractors.asUsual();
    }

    private static CommandRun train(String recipe, String out, String... more) {
        CommandRun run = CommandRun.of(SmallPictures.training(recipe, folder.resolve(out), more));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return run;
    }

    private static JsonNode summary(String out) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(folder.resolve(out).resolve("summary.json").toFile());
    }

    @Test
    void shouldLeaveWhatAPersonTakesAway() throws IOException {
        CommandRun run = train("vgan-gp", "vgan");

        Path out = folder.resolve("vgan");
        for (String name :
                List.of(
                        "config.yaml",
                        "metrics.csv",
                        "generator.json",
                        "generator.safetensors",
                        "samples.png",
                        "samples.gif",
                        "samples/000000.png",
                        "samples/000020.png",
                        "samples/000040.png",
                        "report.html",
                        "summary.json")) {
            assertTrue(Files.size(out.resolve(name)) > 0, name);
        }
        BufferedImage sheet = ImageIO.read(out.resolve("samples.png").toFile());
        // Ten of 28 at twice the size, with 2 of padding around each.
        assertEquals(10 * (2 * 28 + 2) + 2, sheet.getWidth());
        String html = Files.readString(out.resolve("report.html"));
        assertTrue(html.contains("<h1>VGAN-GP on digits</h1>"));
        assertTrue(html.contains("<h3>Information</h3>"));
        assertTrue(html.contains("The bottleneck&#39;s constraint"), "a verdict");
        assertTrue(html.contains("Step 20"), "grids over time");
        assertTrue(run.out().contains("trained 40 steps on 640 pictures"), run.out());
    }

    @Test
    void shouldTellProgramsUnderTheDocumentedNames() throws IOException {
        train("vgan-gp", "names");
        JsonNode summary = summary("names");

        assertEquals("vgan-gp", summary.get("recipe").asText());
        for (String name : List.of("fid", "kid", "precision", "recall")) {
            assertTrue(summary.has(name) && summary.get(name).isNull(), name + " not measured");
        }
        assertEquals(0.3, summary.get("informationLimit").asDouble());
        assertTrue(summary.get("meanKl").asDouble() > 0);
        assertTrue(summary.get("beta").isNumber());
        assertEquals(
                summary.get("meanKl").asDouble() <= 1.1 * 0.3,
                summary.get("constraintSatisfied").asBoolean());
        assertEquals(
                640 / summary.get("trainSeconds").asDouble(),
                summary.get("imagesPerSecond").asDouble(),
                1e-6);
    }

    @Test
    void shouldSayNothingOfABottleneckWhereThereIsNone() throws IOException {
        CommandRun run = train("gan", "plain");
        JsonNode summary = summary("plain");

        for (String name :
                List.of(
                        "meanKl",
                        "informationLimit",
                        "beta",
                        "constraintSatisfied",
                        "codeEntropy",
                        "codeDoubt")) {
            assertTrue(summary.get(name).isNull(), name);
        }
        assertFalse(run.out().contains("constraint"), run.out());
        assertFalse(Files.readString(folder.resolve("plain/report.html")).contains("constraint"));
    }

    @Test
    void shouldMeasureAgainstTheDataByAClassifierOfIt() throws IOException {
        Path pictures = SmallPictures.write(folder.resolve("pictures"));
        CommandRun run =
                train(
                        "gan",
                        "measured",
                        "--data=" + pictures,
                        "--metrics-every=20",
                        "--metrics-images=80");
        JsonNode fid = summary("measured").get("fid");

        assertTrue(fid.get("value").asDouble() > 0);
        assertTrue(fid.get("extractor").asText().startsWith("strait-classifier "), fid::toString);
        assertEquals(80, fid.get("images").asInt());
        assertEquals(2, summary("measured").get("coverage").get("value").asDouble(), 1);
        MetricsTable metrics = MetricsTable.read(folder.resolve("measured/metrics.csv"));
        double[] column = metrics.columns().get("pictures/fid");
        assertTrue(Double.isNaN(column[0]) && column[1] > 0 && Double.isNaN(column[2]));
        assertEquals(fid.get("value").asDouble(), column[3], "the last is the summary's");
        assertTrue(run.out().contains("measured by strait-classifier"), run.out());
        String html = Files.readString(folder.resolve("measured/report.html"));
        assertTrue(html.contains("By strait-classifier "), "the extractor is named");
        assertTrue(html.contains("<h3>FID</h3>"));
    }

    /** Measured by default; that FID cannot be had is no reason not to train. */
    @Test
    void shouldTrainWithoutMeasuringWhereThePicturesAreTooFewForFid() throws IOException {
        Path few = MeasureCommandTest.few(folder.resolve("few"));

        CommandRun run = train("gan", "unmeasured", "--data=" + few, "--metrics-every=20");

        assertEquals(
                "strait: nothing is measured: FID over 64 features needs at least 64 images, but"
                        + " there are 24",
                run.err().strip());
        assertTrue(summary("unmeasured").get("fid").isNull());
        assertEquals(40, summary("unmeasured").get("steps").asInt());
    }

    @Test
    void shouldTrainWithoutMeasuringWhereTooFewPicturesAreAskedFor() throws IOException {
        Path pictures = SmallPictures.write(folder.resolve("enough"));

        CommandRun run =
                train(
                        "gan",
                        "little",
                        "--data=" + pictures,
                        "--metrics-every=20",
                        "--metrics-images=32");

        assertTrue(run.err().contains("nothing is measured: FID over 64 features"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    private static String residual(String out, String... more) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("gan", "--recipe=vgan", "--networks=residual", "--quiet"));
        arguments.addAll(List.of("--set=networks.filters=2", "--set=networks.mostFilters=4"));
        arguments.addAll(List.of("--batch=4", "--steps=2", "--sample-every=0"));
        arguments.addAll(List.of("--metrics-every=0", "--out=" + folder.resolve(out)));
        arguments.addAll(List.of(more));
        CommandRun run = CommandRun.of(arguments);
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return Files.readString(folder.resolve(out + "/config.yaml"));
    }

    private static String html(String run) throws IOException {
        return Files.readString(folder.resolve(run + "/report.html"));
    }

    /** A side of 28 has 7 places; the paper's conventions have the same heads, and I_c whole. */
    @Test
    void shouldReadTheBottleneckAsTheOfficialImageCodeDoes() throws IOException {
        String paper = residual("paper");
        String official = residual("official", "--conventions=official");

        for (String line : List.of("codeHead: Spatial", "headActivation: LEAKY_RELU")) {
            assertTrue(paper.contains(line) && official.contains(line), paper + official);
        }
        assertTrue(paper.contains("expectation: Mixture"), paper);
        assertTrue(paper.contains("generatorPath: MEAN"), paper);
        for (String line : List.of("type: MeanOverCells", "cells: 49", "generatorPath: SAMPLED")) {
            assertTrue(official.contains(line), official);
        }
        assertEquals(0.1, summary("official").get("informationLimit").asDouble());
        assertTrue(html("official").contains("I_c is 0.1000 a place ("));
        assertFalse(html("paper").contains("a place ("));
    }

    @Test
    void shouldSweepTheCodesOfInfoGan() throws IOException {
        train("infogan", "infogan");

        BufferedImage choice = ImageIO.read(folder.resolve("infogan/codes-choice.png").toFile());
        assertEquals(choice.getWidth(), choice.getHeight(), "ten choices, ten noises");
        assertTrue(Files.exists(folder.resolve("infogan/codes-2.png")));
        assertEquals(Math.log(10), summary("infogan").get("codeEntropy").asDouble(), 1e-6);
        assertTrue(summary("infogan").get("codeInformation").asDouble() < Math.log(10));
        String html = Files.readString(folder.resolve("infogan/report.html"));
        assertTrue(html.contains("Every value of the choice across"));
        assertTrue(html.contains("Doubt about the choice"), html);
        double doubt = summary("infogan").get("codeDoubt").asDouble();
        assertTrue(doubt > 0 && doubt < Math.log(10), "was " + doubt);
    }

    @Test
    void shouldRepeatItselfFromItsConfiguration() throws IOException {
        train("vgan-gp", "first", "--seed=3");
        CommandRun again =
                CommandRun.of(
                        "gan",
                        "--quiet",
                        "--config=" + folder.resolve("first/config.yaml"),
                        "--out=" + folder.resolve("again"));
        train("vgan-gp", "other", "--seed=4");

        assertEquals(ExitCode.DONE, again.code(), again.err());
        byte[] first = Files.readAllBytes(folder.resolve("first/generator.safetensors"));
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("again/generator.safetensors")));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("first/samples/000020.png")),
                Files.readAllBytes(folder.resolve("again/samples/000020.png")));
        assertNotEquals(
                Files.mismatch(
                        folder.resolve("first/generator.safetensors"),
                        folder.resolve("other/generator.safetensors")),
                -1);
    }

    @Test
    void shouldTakeMoreStepsWhereItEnded() throws IOException {
        train("gan", "more");
        CommandRun more =
                CommandRun.of("gan", "--quiet", "--steps=60", "--resume=" + folder.resolve("more"));

        assertEquals(ExitCode.DONE, more.code(), more.err());
        assertEquals(60, summary("more").get("steps").asInt());
        assertTrue(Files.exists(folder.resolve("more/samples/000060.png")));
    }

    @ParameterizedTest
    @EnumSource(GanRecipes.class)
    void shouldTrainEveryRecipeFromTheCommandLine(GanRecipes recipe) throws IOException {
        String dense = recipe.name().toLowerCase(Locale.ROOT);
        List<String> arguments =
                SmallPictures.training(
                        recipe.id(),
                        folder.resolve("every-" + dense),
                        "--sample-every=0",
                        "--steps=2");

        CommandRun run = CommandRun.of(arguments);

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals(recipe.id(), summary("every-" + dense).get("recipe").asText());
        assertFalse(Files.exists(folder.resolve("every-" + dense + "/samples.gif")));
    }

    @Test
    void shouldSetInItsExamplesWhatThereIsToSet() {
        GanRun preset =
                GanRun.preset(
                        GanRecipes.INFOGAN,
                        PictureSet.DRAWN,
                        new ImageShape(1, 28, 28),
                        Optional.empty(),
                        Conventions.PAPER,
                        OptionalLong.empty());

        List<String> settings = Examples.settings("gan");

        assertFalse(settings.isEmpty());
        for (String setting : settings) {
            Record asked = Configuration.startingFrom(preset).withSetting(setting).value();
            assertNotEquals(preset, asked, setting);
        }
    }
}
