package dev.strait.demos.run;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What finished runs are compared by. */
public enum Yardstick {
    /** Mean joint rotation error after time warping, in radians; less is better. */
    ROTATION_ERROR("rotationErrorRadians", "rotation error, rad", true, FinishedRun::rotationError),
    /** Share of the way from random actions (0) to the expert (1). */
    NORMALISED_RETURN("normalisedReturn", "normalised return", false, FinishedRun::score),
    /** The world's own return. */
    RETURN("return", "return", false, run -> OptionalDouble.of(run.policyReturn()));

    private final String key;
    private final String title;
    private final boolean lessIsBetter;
    private final Function<FinishedRun, OptionalDouble> value;

    Yardstick(
            String key,
            String title,
            boolean lessIsBetter,
            Function<FinishedRun, OptionalDouble> value) {
        this.key = key;
        this.title = title;
        this.lessIsBetter = lessIsBetter;
        this.value = value;
    }

    /** The first that every run can be measured by. */
    public static Yardstick of(List<FinishedRun> runs) {
        for (Yardstick each : values()) {
            if (runs.stream().allMatch(run -> each.value.apply(run).isPresent())) {
                return each;
            }
        }
        return RETURN;
    }

    /** What summary.json calls it. */
    public String key() {
        return key;
    }

    /** What a table calls it. */
    public String title() {
        return title;
    }

    /** Whether a lower value is the better one. */
    public boolean lessIsBetter() {
        return lessIsBetter;
    }

    /** Of one run that has it. */
    public double of(FinishedRun run) {
        return value.apply(run).orElseThrow();
    }
}
