package dev.strait.envs.motion;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Motions that come with Strait, so that imitation runs on a fresh machine: made from key frames of
 * our own, not recorded from anybody. They are simpler than recordings: nothing happens outside the
 * sagittal plane, and trunk and feet are stiff.
 */
public final class OwnClips {

    /** The one to begin with. */
    public static final String WALK = "walk";

    private static final Map<String, Gait> GAITS =
            new TreeMap<>(
                    Map.of(
                            WALK, walk(), "run", run(), "hop", hop(), "jump", jump(), "flip",
                            flip()));

    private OwnClips() {}

    /** All names, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(GAITS.keySet());
    }

    /**
     * The clip of a name.
     *
     * @throws IllegalArgumentException naming all
     */
    public static MotionClip named(String name) {
        Gait gait = GAITS.get(name);
        if (gait == null) {
            throw new IllegalArgumentException(
                    "no motion of Strait's own is called '%s'; there are %s"
                            .formatted(name, String.join(", ", names())));
        }
        return gait.clip(name);
    }

    private static KeyFrames keys(double... pairs) {
        return new KeyFrames(pairs);
    }

    /** From heel strike to heel strike of the right foot; there is no flight. */
    private static Gait walk() {
        return new Gait(
                1.2,
                0.5,
                keys(0, -2, 0.25, -1, 0.5, -2, 0.75, -1),
                keys(0, 24, 0.15, 17, 0.3, 4, 0.5, -13, 0.6, -6, 0.75, 18, 0.88, 27),
                keys(
                        0, -5, 0.12, -15, 0.3, -8, 0.42, -6, 0.52, -15, 0.62, -38, 0.73, -60, 0.88,
                        -26, 0.96, -6),
                keys(0, -6, 0.1, -3, 0.3, 5, 0.45, 12, 0.53, 2, 0.62, -15, 0.75, 2, 0.88, 4),
                keys(0, -20, 0.5, 20),
                15,
                List.of(),
                0);
    }

    /** Each leg stands for about a third of the cycle. */
    private static Gait run() {
        return new Gait(
                0.7,
                0.5,
                keys(0, -7, 0.25, -8, 0.5, -7, 0.75, -8),
                keys(0, 30, 0.15, 14, 0.3, -10, 0.38, -16, 0.5, -6, 0.65, 22, 0.8, 44, 0.92, 38),
                keys(
                        0, -18, 0.12, -38, 0.25, -27, 0.35, -15, 0.45, -45, 0.6, -98, 0.72, -92,
                        0.85, -45, 0.95, -18),
                keys(0, 0, 0.12, 18, 0.25, 10, 0.35, -20, 0.5, -10, 0.75, 0, 0.9, 2),
                keys(0, -35, 0.5, 30),
                85,
                List.of(new Gait.Flight(0.36, 0.5), new Gait.Flight(0.86, 1)),
                0);
    }

    /** Both legs at once, forward. */
    private static Gait hop() {
        return new Gait(
                0.9,
                0,
                keys(0, -14, 0.2, -26, 0.45, -10, 0.7, -8),
                keys(0, 38, 0.2, 62, 0.35, 34, 0.46, -4, 0.6, 8, 0.8, 34),
                keys(0, -38, 0.2, -84, 0.35, -54, 0.46, -8, 0.6, -40, 0.8, -48),
                keys(0, 2, 0.2, 30, 0.35, 16, 0.46, -24, 0.6, -10, 0.8, 0),
                keys(0, 20, 0.3, -25, 0.5, 50),
                20,
                List.of(new Gait.Flight(0.48, 1)),
                0);
    }

    /** Upward from the spot, from standing to standing. */
    private static Gait jump() {
        return new Gait(
                1.5,
                0,
                keys(0, 0, 0.2, -28, 0.38, -4, 0.55, -4, 0.75, -24, 0.92, 0),
                keys(0, 2, 0.2, 72, 0.33, 34, 0.4, 2, 0.55, 12, 0.67, 26, 0.77, 66, 0.94, 4),
                keys(
                        0, -4, 0.2, -88, 0.33, -50, 0.4, -6, 0.55, -30, 0.67, -30, 0.77, -84, 0.94,
                        -6),
                keys(0, 2, 0.2, 28, 0.33, 14, 0.4, -22, 0.55, -14, 0.67, 0, 0.77, 28, 0.94, 2),
                keys(0, 0, 0.2, -40, 0.42, 90, 0.7, 20),
                15,
                List.of(new Gait.Flight(0.41, 0.67)),
                0);
    }

    /** One turn backward in the air. */
    private static Gait flip() {
        return new Gait(
                1.6,
                0,
                keys(0, 0, 0.18, -24, 0.33, 2, 0.6, 0, 0.78, -26, 0.94, 0),
                keys(
                        0, 2, 0.18, 66, 0.28, 32, 0.35, -2, 0.5, 96, 0.62, 60, 0.7, 30, 0.79, 66,
                        0.95, 4),
                keys(
                        0, -4, 0.18, -86, 0.28, -48, 0.35, -6, 0.5, -120, 0.62, -66, 0.7, -34, 0.79,
                        -84, 0.95, -6),
                keys(0, 2, 0.18, 28, 0.28, 12, 0.35, -20, 0.5, -10, 0.7, 4, 0.79, 28, 0.95, 2),
                keys(0, 0, 0.18, -40, 0.35, 150, 0.5, 60, 0.7, 40),
                15,
                List.of(new Gait.Flight(0.36, 0.7)),
                1);
    }
}
