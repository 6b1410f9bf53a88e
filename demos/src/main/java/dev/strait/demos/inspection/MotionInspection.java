package dev.strait.demos.inspection;

import dev.strait.demos.terminal.TextTable;
import dev.strait.envs.mimic.MimicWorlds;
import dev.strait.envs.motion.MotionClip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is in a motion clip.
 *
 * @param file where it is
 * @param frames poses
 * @param seconds from the first pose to the last
 * @param looping whether it goes on for ever
 * @param speed metres a second forward, over the whole clip
 * @param lowestRoot least height of the root, in metres
 * @param fits worlds whose characters can follow it
 */
record MotionInspection(
        String file,
        int frames,
        double seconds,
        boolean looping,
        double speed,
        double lowestRoot,
        List<String> fits) {

    static MotionInspection of(String file, MotionClip clip) {
        return new MotionInspection(
                file,
                clip.frames(),
                clip.duration(),
                clip.looping(),
                clip.speed(),
                clip.lowestRoot(),
                MimicWorlds.KINDS.stream().filter(kind -> fits(kind, clip)).toList());
    }

    private static boolean fits(String kind, MotionClip clip) {
        try {
            return MimicWorlds.spec(kind, kind, clip).factory().get() != null;
        } catch (IllegalArgumentException misfit) {
            return false;
        }
    }

    /** For people. */
    String text() {
        List<String> notes = new ArrayList<>();
        if (!looping) {
            notes.add(
                    "an episode ends where the clip does; --loop lets it go on, if its end is like"
                            + " its beginning");
        }
        TextTable facts =
                new TextTable()
                        .row("file", file)
                        .row("format", "motion clip, for --motion")
                        .row("frames", String.format(Locale.ROOT, "%,d", frames))
                        .row("seconds", String.format(Locale.ROOT, "%.3f", seconds))
                        .row("looping", looping ? "yes" : "no")
                        .row("speed", String.format(Locale.ROOT, "%.2f m/s", speed))
                        .row("lowest root", String.format(Locale.ROOT, "%.2f m", lowestRoot))
                        .row("fits", fits.isEmpty() ? "no character" : String.join(", ", fits));
        StringBuilder text = new StringBuilder(facts.toString());
        notes.forEach(note -> text.append("note: ").append(note).append(System.lineSeparator()));
        return text.toString();
    }
}
