package dev.strait.envs.locomotion;

import dev.strait.envs.physics.MarginRule;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.mjcf.MjcfReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiled model files; a bundled one is compiled once, since models do not change. */
final class Bodies {

    private static final Map<Bundled, Model> COMPILED = new ConcurrentHashMap<>();

    private Bodies() {}

    private record Bundled(String name, MarginRule rule) {}

    /** A body that comes with Strait. */
    static Model bundled(String name, MarginRule rule) {
        return COMPILED.computeIfAbsent(
                new Bundled(name, rule),
                file -> MjcfReader.resource(Bodies.class, file.name() + ".xml", file.rule()));
    }

    /** A body of the user's. */
    static Model read(Path file, MarginRule rule) {
        return MjcfReader.read(file, rule);
    }
}
