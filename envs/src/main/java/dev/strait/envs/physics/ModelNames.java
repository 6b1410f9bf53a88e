package dev.strait.envs.physics;

import java.util.List;

/** Names of a model's parts by their numbers; "" where there is none. */
record ModelNames(
        List<String> bodies,
        List<String> joints,
        List<String> geoms,
        List<String> sites,
        List<String> actuators) {

    ModelNames(ModelArrays source) {
        this(
                List.of(source.bodyName),
                List.of(source.jointName),
                List.of(source.geomName),
                List.of(source.siteName),
                List.of(source.actuatorName));
    }

    static int find(String kind, String name, List<String> names) {
        int found = name.isEmpty() ? -1 : names.indexOf(name);
        if (found < 0) {
            throw new IllegalArgumentException(
                    "no %s is named \"%s\"; there are %s"
                            .formatted(
                                    kind, name, names.stream().filter(n -> !n.isEmpty()).toList()));
        }
        return found;
    }
}
