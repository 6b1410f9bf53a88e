package dev.strait.demos.vib;

import ai.djl.Device;
import dev.strait.agents.vib.Attack;
import dev.strait.agents.vib.Code;
import dev.strait.agents.vib.Robustness;
import dev.strait.agents.vib.VibClassifier;
import dev.strait.agents.vib.VibTraining;
import dev.strait.core.tensor.Seeds;
import dev.strait.demos.picture.PictureFile;
import dev.strait.demos.run.Disk;
import dev.strait.demos.run.VibSummary.AttackRow;
import dev.strait.envs.image.HeldOut;
import dev.strait.envs.image.ImageBatch;
import dev.strait.envs.image.ImageSource;
import dev.strait.envs.render.PictureGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** FGSM and PGD on a classifier beside its deterministic twin. */
final class VibAttacks {

    private static final int SHOWN = 10;

    private final VibRun asked;
    private final HeldOut pictures;
    private final int images;

    VibAttacks(VibRun asked, HeldOut pictures) {
        this.asked = asked;
        this.pictures = pictures;
        images = Math.min(asked.attacks().images(), pictures.heldOut().size());
    }

    /**
     * The same network without the bottleneck, trained as long; kept in a folder, and taken from
     * there where a stopped run had it.
     */
    VibClassifier twin(Path folder, Device device) {
        try {
            if (!Files.exists(folder.resolve("classifier.safetensors"))) {
                Files.createDirectories(folder);
                trainTwin(folder, device);
            }
            return VibClassifier.read(folder, device);
        } catch (IOException e) {
            throw Disk.failure("write", folder, e);
        }
    }

    private void trainTwin(Path folder, Device device) throws IOException {
        try (VibTraining training =
                new VibTraining(
                        pictures.training(),
                        asked.vib().code(new Code.Features()),
                        seeds(),
                        device)) {
            while (!training.finished()) {
                training.round();
            }
            training.averaged().save(folder, Map.of("command", VibRun.COMMAND));
        }
    }

    private Seeds seeds() {
        return new Seeds(asked.seed());
    }

    private List<Attack> attacks() {
        return List.of(new Attack.Fgsm(), Attack.Pgd.of(asked.attacks().steps()));
    }

    /** One row an attack and radius. */
    List<AttackRow> rows(VibClassifier classifier, VibClassifier twin) {
        List<AttackRow> rows = new ArrayList<>();
        for (Attack attack : attacks()) {
            for (double epsilon : asked.attacks().epsilons()) {
                rows.add(row(classifier, twin, attack, epsilon));
            }
        }
        return rows;
    }

    private AttackRow row(
            VibClassifier classifier, VibClassifier twin, Attack attack, double epsilon) {
        Attack.Victim plain = new Attack.Victim(twin, 0);
        Attack.Victim asks = new Attack.Victim(classifier, asked.samples());
        List<Double> own =
                asked.attacks().gradientSamples().stream()
                        .map(s -> accuracy(new Attack.Victim(classifier, s), asks, attack, epsilon))
                        .toList();
        double transferred = accuracy(plain, asks, attack, epsilon);
        return new AttackRow(
                attack.label(),
                epsilon,
                images,
                accuracy(plain, plain, attack, epsilon),
                own,
                transferred,
                Math.min(transferred, Collections.min(own)));
    }

    private double accuracy(
            Attack.Victim followed, Attack.Victim answering, Attack attack, double epsilon) {
        return Robustness.of(
                        followed, answering, pictures.heldOut(), images, attack, epsilon, seeds())
                .accuracy();
    }

    /**
     * Ten of the attacked pictures, their twins by PGD on the deterministic net, and by PGD on the
     * bottleneck: three rows, each picture with the class that its net then sees.
     */
    void draw(Path file, VibClassifier classifier, VibClassifier twin) {
        int count = Math.min(SHOWN, images);
        ImageSource attacked = Robustness.drawn(pictures.heldOut(), images, seeds());
        ImageBatch clean = ImageBatch.read(attacked, IntStream.range(0, count).toArray());
        float[] forTwin = attacked(new Attack.Victim(twin, 0), clean);
        float[] own = attacked(new Attack.Victim(classifier, asked.samples()), clean);
        float[] all = Arrays.copyOf(clean.pixels(), 3 * forTwin.length);
        System.arraycopy(forTwin, 0, all, forTwin.length, forTwin.length);
        System.arraycopy(own, 0, all, 2 * forTwin.length, own.length);
        int[] labels =
                IntStream.concat(
                                Arrays.stream(clean.labels()),
                                IntStream.concat(
                                        Arrays.stream(twin.predict(forTwin)),
                                        Arrays.stream(classifier.predict(own))))
                        .toArray();
        PictureFile.write(file, new PictureGrid(count, 2, 2).draw(all, classifier.shape(), labels));
    }

    /** The middle radius. */
    double shownEpsilon() {
        return asked.attacks().epsilons().get(asked.attacks().epsilons().size() / 2);
    }

    private float[] attacked(Attack.Victim victim, ImageBatch clean) {
        return Robustness.twins(
                victim,
                clean.pixels(),
                Arrays.stream(clean.labels()).asLongStream().toArray(),
                Attack.Pgd.of(asked.attacks().steps()),
                shownEpsilon(),
                seeds());
    }
}
