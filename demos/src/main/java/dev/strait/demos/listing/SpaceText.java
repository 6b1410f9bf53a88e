package dev.strait.demos.listing;

import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;

/** Spaces in the words of a table. */
final class SpaceText {

    private SpaceText() {}

    static String of(Space space) {
        if (space instanceof Discrete discrete) {
            return discrete.n() + " choices";
        } else if (space instanceof Box box) {
            return box.size() + (box.size() == 1 ? " number" : " numbers");
        } else if (space instanceof MultiDiscrete branches) {
            return branches.size() + " choices at once";
        }
        throw new IllegalStateException("no words for " + space);
    }
}
