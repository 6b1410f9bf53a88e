package dev.strait.demos;

import dev.strait.demos.picture.PictureFile;
import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageShape;
import dev.strait.envs.render.PictureGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pictures and trainings that take no time. */
public final class SmallPictures {

    private static final int PICTURES = 160;
    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    private SmallPictures() {}

    /** A folder of grey PNGs: 80 zeros and 80 ones, in a sub-folder each. */
    public static Path write(Path folder) {
        DrawnDigits digits = new DrawnDigits(7, 5 * PICTURES);
        PictureGrid plain = new PictureGrid(1, 0, 1);
        float[] pixels = new float[SHAPE.size()];
        try {
            for (int i = 0; i < 5 * PICTURES; i++) {
                if (digits.label(i) < 2) {
                    digits.read(i, pixels, 0);
                    Path file = folder.resolve(digits.label(i) + "/" + i + ".png");
                    Files.createDirectories(file.getParent());
                    PictureFile.write(file, PictureFile.gray(plain.draw(pixels, SHAPE)));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return folder;
    }

    /** A training with networks of a few units on Strait's digits, nothing measured. */
    public static List<String> training(String recipe, Path out, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "gan",
                                "--recipe=" + recipe,
                                "--quiet",
                                "--device=cpu",
                                "--batch=16",
                                "--steps=40",
                                "--networks=dense",
                                "--set=networks.generator=[16]",
                                "--set=networks.discriminator=[16]",
                                "--set=pace.stepsARound=10",
                                "--sample-every=20",
                                "--metrics-every=0",
                                "--out=" + out));
        for (String option : more) {
            String name = option.split("=", 2)[0] + "=";
            arguments.removeIf(given -> given.startsWith(name) && !name.equals("--set="));
            arguments.add(option);
        }
        return arguments;
    }
}
