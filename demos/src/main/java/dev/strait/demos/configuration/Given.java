package dev.strait.demos.configuration;

import java.util.Optional;

/**
 * An option of one command that is a setting, too.
 *
 * @param option how messages name it, such as {@code --env}
 * @param key its place in the configuration
 * @param value as given; empty if it was left out
 * @param besideResume whether a resumed run takes it, too
 */
public record Given(String option, String key, Optional<?> value, boolean besideResume) {

    /** An option that a resumed run does not take. */
    public Given(String option, String key, Optional<?> value) {
        this(option, key, value, false);
    }

    /** An option that a resumed run takes, too. */
    public static Given besideResume(String option, String key, Optional<?> value) {
        return new Given(option, key, value, true);
    }
}
