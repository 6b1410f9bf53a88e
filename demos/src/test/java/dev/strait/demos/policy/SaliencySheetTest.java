package dev.strait.demos.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaliencySheetTest {

    @TempDir Path folder;

    /** Steps of one grey, which look at their first row alone, the more the later they are. */
    private static SeenFrames seen(int steps, float grey, float look, double slope) {
        List<float[]> frames = new ArrayList<>();
        List<float[]> looks = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            float[] frame = new float[64 * 64];
            Arrays.fill(frame, grey);
            float[] saliency = new float[64 * 64];
            Arrays.fill(saliency, 0, 64, look * (t + 1) / steps);
            frames.add(frame);
            looks.add(saliency);
        }
        return new SeenFrames(frames, looks, slope);
    }

    @Test
    void shouldGoFromGreyToRed() {
        assertEquals(0x000000, SaliencySheet.colour(0, 0));
        assertEquals(0xffffff, SaliencySheet.colour(1, 0));
        assertEquals(0x666666, SaliencySheet.colour(0.4, 0));
        assertEquals(0xff0000, SaliencySheet.colour(0, 1));
        assertEquals(0xff0000, SaliencySheet.colour(1, 1));
        assertEquals(0xb33333, SaliencySheet.colour(0.4, 0.5));
    }

    /** The expert's steepest pixel is 0.2, the policy's 0.4: at 0.2 red is full. */
    @Test
    void shouldTellBothSidesOnOneScale() throws IOException {
        SaliencySheet sheet = new SaliencySheet(seen(8, 0.4f, 0.2f, 2), seen(8, 0.4f, 0.4f, 4));
        Path file = folder.resolve("frames.png");
        sheet.write(file);
        BufferedImage image = ImageIO.read(file.toFile());

        int last = 7 * 130;
        assertEquals(0x666666, image.getRGB(last, 0) & 0xffffff, "as it is seen");
        assertEquals(0xff0000, image.getRGB(last, 130) & 0xffffff, "the expert's steepest");
        assertEquals(0xb33333, image.getRGB(3 * 130, 130) & 0xffffff, "half as steep");
        assertEquals(0x666666, image.getRGB(last, 132) & 0xffffff, "second row of pixels");
        assertEquals(0xff0000, image.getRGB(last, 390) & 0xffffff, "beyond the scale");
        assertEquals(0xb33333, image.getRGB(130, 390) & 0xffffff, "0.1 of the policy's");
        assertEquals(3, sheet.slope());
    }

    @Test
    void shouldDrawEpisodesOfAnyLengthAndDiscriminatorsThatLookNowhere() throws IOException {
        SaliencySheet sheet = new SaliencySheet(seen(20, 0.4f, 0, 0), seen(3, 0.4f, 0, 0));
        Path file = folder.resolve("frames.png");
        sheet.write(file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(0x666666, image.getRGB(2 * 130, 130) & 0xffffff);
        assertEquals(0x808080, image.getRGB(3 * 130, 130) & 0xffffff, "there is no fourth step");
        Path film = folder.resolve("frames.gif");
        sheet.film(film);
        assertTrue(Files.size(film) > 100);
    }
}
