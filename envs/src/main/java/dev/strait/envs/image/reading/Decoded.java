package dev.strait.envs.image.reading;

import static dev.strait.envs.Require.require;

import dev.strait.envs.file.ContainedReading;
import dev.strait.envs.image.ImageShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** What became of picture files when each was decoded: a picture that is wanted, or a reason. */
final class Decoded {

    private static final int EXAMPLES = 2;

    /**
     * One file.
     *
     * @param shape once it is fitted; null if it is left out
     * @param bytes null where they are not kept
     * @param problem null if it is a picture
     */
    private record Outcome(Path file, ImageShape shape, byte[] bytes, String problem) {}

    private final ImageOptions options;
    private final long kept;
    private final AtomicLong bytes = new AtomicLong();
    private final List<Outcome> outcomes;

    /**
     * Decodes files on all processors.
     *
     * @param kept bytes that may be held
     * @throws ImageException where none is a picture, or they do not come to one shape
     */
    Decoded(ImageOptions options, long kept, List<Path> files) {
        this.options = options;
        this.kept = kept;
        this.outcomes = files.parallelStream().map(this::outcome).toList();
        require(
                sound().length > 0,
                "none of its %s pictures can be read: %s",
                files.size(),
                examples());
        requireAlike();
    }

    private Outcome outcome(Path file) {
        Picture decoded;
        try {
            decoded =
                    ContainedReading.of(file, () -> PictureFile.decode(file), ImageException::new);
        } catch (ImageException bad) {
            return new Outcome(file, null, null, bad.getMessage());
        }
        Picture fitted = ContainedReading.of(file, () -> options.fit(decoded), ImageException::new);
        boolean fits = bytes.addAndGet(fitted.bytes().length) <= kept;
        return new Outcome(file, fitted.shape(), fits ? fitted.bytes() : null, null);
    }

    private void requireAlike() {
        int[] sound = sound();
        Outcome first = outcomes.get(sound[0]);
        for (int position : sound) {
            Outcome other = outcomes.get(position);
            require(
                    other.shape().equals(first.shape()),
                    "%s is %s, but %s is %s: ask for one size, and for gray or RGB",
                    first.file().getFileName(),
                    told(first.shape()),
                    other.file().getFileName(),
                    told(other.shape()));
        }
    }

    private static String told(ImageShape shape) {
        return "%s×%s %s"
                .formatted(
                        shape.height(),
                        shape.width(),
                        shape.channels() == 1 ? "in gray" : "in colour");
    }

    /** Positions of those that are pictures. */
    int[] sound() {
        return IntStream.range(0, outcomes.size())
                .filter(i -> outcomes.get(i).problem() == null)
                .toArray();
    }

    /** Whether all pictures are held. */
    boolean areKept() {
        return bytes.get() <= kept;
    }

    ImageShape shape() {
        return outcomes.get(sound()[0]).shape();
    }

    StoredImages stored(Labels labels, List<String> remarks) {
        List<byte[]> pictures = new ArrayList<>();
        for (int position : sound()) {
            pictures.add(outcomes.get(position).bytes());
        }
        return new StoredImages(shape(), pictures, labels, remarks);
    }

    /** What is left out, where anything is. */
    List<String> remarks() {
        int out = outcomes.size() - sound().length;
        return out == 0
                ? List.of()
                : List.of(
                        "%s of %s pictures are left out: %s"
                                .formatted(out, outcomes.size(), examples()));
    }

    private String examples() {
        List<String> problems =
                outcomes.stream().filter(o -> o.problem() != null).map(Outcome::problem).toList();
        int more = problems.size() - EXAMPLES;
        String some = String.join("; ", problems.subList(0, Math.min(EXAMPLES, problems.size())));
        return more > 0 ? some + "; and " + more + " more" : some;
    }
}
