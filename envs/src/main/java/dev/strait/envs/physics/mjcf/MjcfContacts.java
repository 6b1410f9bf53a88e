package dev.strait.envs.physics.mjcf;

import dev.strait.envs.physics.ExclusionSpec;
import dev.strait.envs.physics.ModelBuilder;
import java.util.Map;

/** Bodies that a file keeps from touching. */
final class MjcfContacts {

    private final Map<Object, MjcfElement> origins;

    MjcfContacts(Map<Object, MjcfElement> origins) {
        this.origins = origins;
    }

    void into(ModelBuilder builder, MjcfElement root) {
        for (MjcfElement section : root.children()) {
            if (section.tag().equals("contact")) {
                for (MjcfElement child : section.children()) {
                    ExclusionSpec exclusion =
                            new ExclusionSpec(child.attribute("body1"), child.attribute("body2"));
                    origins.put(exclusion, child);
                    builder.exclude(exclusion);
                }
            }
        }
    }
}
