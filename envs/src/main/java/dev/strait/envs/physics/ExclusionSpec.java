package dev.strait.envs.physics;

/**
 * Two bodies whose shapes pass through each other.
 *
 * @param first name of a body, "world" for what is fixed
 * @param second name of the other
 */
public record ExclusionSpec(String first, String second) {

    @Override
    public String toString() {
        return "exclusion of \"" + first + "\" and \"" + second + "\"";
    }
}
