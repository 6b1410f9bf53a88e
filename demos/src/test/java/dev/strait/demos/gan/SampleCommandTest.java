package dev.strait.demos.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.strait.agents.gan.Generator;
import dev.strait.demos.CommandRun;
import dev.strait.demos.SmallPictures;
import dev.strait.demos.image.KeptExtractors;
import dev.strait.demos.terminal.ExitCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of a saved generator: sheets, films, pictures, measurements. */
class SampleCommandTest {

    /** Side of a digit on a sheet, with its padding. */
    private static final int CELL = 2 * 28 + 2;

    @TempDir static Path folder;
    private static Path run;

    @BeforeAll
    static void train() {
        KeptExtractors.in(folder);
        run = folder.resolve("run");
        CommandRun trained = CommandRun.of(SmallPictures.training("infogan", run));
        assertEquals(ExitCode.DONE, trained.code(), trained.err());
    }

    @AfterAll
    static void forget() {
        KeptExtractors.asUsual();
    }

    private static Path sample(String name, String... more) {
        Path out = folder.resolve(name);
        String[] arguments =
                Arrays.copyOf(
                        new String[] {"sample", run.toString(), "--device=cpu", "--out=" + out},
                        4 + more.length);
        System.arraycopy(more, 0, arguments, 4, more.length);
        CommandRun done = CommandRun.of(arguments);
        assertEquals(ExitCode.DONE, done.code(), done.err());
        return out;
    }

    private static void assertSize(int columns, int rows, Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(columns * CELL + 2, image.getWidth());
        assertEquals(rows * CELL + 2, image.getHeight());
    }

    @Test
    void shouldDrawTheSamePicturesOfTheSameSeed() throws IOException {
        Path one = sample("one.png", "--count=12", "--columns=4", "--seed=5");
        Path same = sample("same.png", "--count=12", "--columns=4", "--seed=5");
        Path other = sample("other.png", "--count=12", "--columns=4", "--seed=6");

        assertSize(4, 3, one);
        assertEquals(-1, Files.mismatch(one, same));
        assertNotEquals(-1, Files.mismatch(one, other));
    }

    @Test
    void shouldDrawWaysAndCodes() throws IOException {
        assertSize(11, 3, sample("ways.png", "--interpolate", "--count=30"));
        assertSize(10, 2, sample("choice.png", "--codes=choice", "--count=20"));
        assertSize(11, 10, sample("number.png", "--codes=2"));
    }

    @Test
    void shouldDrawFewerThanARow() throws IOException {
        assertSize(1, 1, sample("single.png", "--count=1"));
        assertSize(3, 1, sample("three.png", "--count=3"));
        assertSize(11, 1, sample("way.png", "--interpolate", "--count=1"));
        assertTrue(Files.exists(sample("two", "--separate", "--count=2").resolve("000001.png")));
    }

    @Test
    void shouldFilmWaysThereAndBack() throws IOException {
        Path film = sample("ways.gif", "--interpolate", "--count=20");

        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(film.toFile())) {
            reader.setInput(in);
            assertEquals(2 * 40 - 2, reader.getNumImages(true));
        }
        reader.dispose();
    }

    @Test
    void shouldWriteSinglePicturesThatAreReadAsData() throws IOException {
        Path pictures = sample("pictures", "--separate", "--count=70");
        assertEquals(28, ImageIO.read(pictures.resolve("000069.png").toFile()).getWidth());

        CommandRun inspected = CommandRun.of("inspect", "--data=" + pictures, "--json");
        JsonNode told = JsonMapper.builder().build().readTree(inspected.out());
        assertEquals(70, told.get("pictures").asInt(), inspected.err());
        assertEquals(1, told.get("channels").asInt());
    }

    @Test
    void shouldMeasureAGeneratorAndItsPicturesAlike() throws IOException {
        Path data = SmallPictures.write(folder.resolve("data"));
        Path pictures = sample("measured", "--separate", "--count=100");

        JsonNode generator = measure(run, "--data=" + data, "--images=100");
        JsonNode folderOfPictures = measure(pictures, "--data=" + data, "--images=100");
        JsonNode itself = measure(data, "--data=" + data, "--images=100");

        JsonNode fid = generator.at("/figures/fid");
        assertEquals(100, fid.get("images").asInt());
        assertTrue(fid.get("extractor").asText().startsWith("strait-classifier"));
        // Other noise and eight bits: near, not equal.
        double other = folderOfPictures.at("/figures/fid/value").asDouble();
        assertEquals(fid.get("value").asDouble(), other, 0.1 * other);
        assertEquals(0, itself.at("/figures/fid/value").asDouble(), 1e-3, "of itself");
        assertEquals(1, itself.at("/figures/precision/value").asDouble());
    }

    private static JsonNode measure(Path what, String... more) throws IOException {
        String[] arguments =
                Arrays.copyOf(
                        new String[] {"measure", what.toString(), "--json", "--device=cpu"},
                        4 + more.length);
        System.arraycopy(more, 0, arguments, 4, more.length);
        CommandRun done = CommandRun.of(arguments);
        assertEquals(ExitCode.DONE, done.code(), done.err());
        return JsonMapper.builder().build().readTree(done.out());
    }

    @Test
    void shouldRefuseToMeasureFewerPicturesThanFeatures() {
        Path data = SmallPictures.write(folder.resolve("few"));

        CommandRun refused =
                CommandRun.of("measure", run.toString(), "--data=" + data, "--images=63");

        assertEquals(ExitCode.REFUSED, refused.code());
        String last = refused.err().strip().lines().reduce((a, b) -> b).orElseThrow();
        assertEquals(
                "strait measure: FID over 64 features needs at least 64 images, but there are 63",
                last);
    }

    @Test
    void shouldGoAlongTheGreatCircleFromSampleToSample() throws IOException {
        try (Generator generator = Generator.read(run, Device.cpu())) {
            SampleSheets sheets = new SampleSheets(generator);
            int size = generator.shape().size();

            float[] way = sheets.ways(1, 5, 9);

            float[] ends = generator.draw(2, 9);
            float[] first = generator.sample(Arrays.copyOf(ends, generator.inputs()));
            assertArrayEquals(first, Arrays.copyOf(way, size), 1e-6f);
            assertEquals(5 * size, way.length);
            double before = distance(way, 0, 1, size);
            double after = distance(way, 0, 4, size);
            assertTrue(before < after, "farther with every step");
        }
    }

    private static double distance(float[] pixels, int one, int other, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double difference = pixels[one * size + i] - pixels[other * size + i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    @Test
    void shouldSetOneCodeAndLeaveTheNoiseAlone() throws IOException {
        try (Generator generator = Generator.read(run, Device.cpu())) {
            SampleSheets sheets = new SampleSheets(generator);
            int size = generator.shape().size();
            float[] inputs = generator.draw(2, 3);
            int first = generator.latent().size();
            Arrays.fill(inputs, first, first + 10, 0);
            inputs[first + 7] = 1;
            float[] expected = generator.sample(Arrays.copyOf(inputs, generator.inputs()));

            float[] choices = sheets.choices(2, 3);

            assertArrayEquals(expected, Arrays.copyOfRange(choices, 7 * size, 8 * size), 1e-6f);
        }
    }

    @Test
    void shouldInspectPicturesWithTheirClasses() throws IOException {
        Path data = SmallPictures.write(folder.resolve("inspected"));
        Path sheet = folder.resolve("sheet.png");

        CommandRun run = CommandRun.of("inspect", "--data=" + data, "--sheet=" + sheet);

        assertEquals(ExitCode.DONE, run.code(), run.err());
        for (String line : List.of("pictures  160", "shape     1 x 28 x 28", "classes   2")) {
            assertTrue(run.out().contains(line), run.out());
        }
        assertTrue(run.out().contains("values    -1.00 to 1.00"), run.out());
        // Two columns of ten, a digit of five dots under each.
        BufferedImage image = ImageIO.read(sheet.toFile());
        assertEquals(2 * 30 + 2, image.getWidth());
        assertEquals(10 * (28 + 7 + 2) + 2, image.getHeight());
    }
}
