package dev.strait.demos.run;

import dev.strait.envs.Environments;

/**
 * A world's id for people: of a clip that is a file, its name alone.
 *
 * @param kind as {@link Environments#kind} says
 * @param clip that it follows, without folders; empty where the id names none
 */
public record WorldName(String kind, String clip) {

    /** Of an id as the registry knows it. */
    public static WorldName of(String id) {
        String kind = Environments.kind(id);
        int clip = Math.max(kind.length(), id.lastIndexOf('/')) + 1;
        return new WorldName(kind, kind.equals(id) ? "" : id.substring(clip));
    }

    @Override
    public String toString() {
        return clip.isEmpty() ? kind : kind + ":" + clip;
    }
}
