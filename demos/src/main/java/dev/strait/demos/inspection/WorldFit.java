package dev.strait.demos.inspection;

import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.demonstration.DemonstrationException;
import dev.strait.envs.demonstration.DemonstrationFit;
import dev.strait.envs.demonstration.Demonstrations;
import java.util.Optional;

/**
 * Whether recorded episodes could come from a world.
 *
 * @param world its id
 * @param fits whether sizes, kinds and actions agree
 * @param reason the first thing that does not; empty if all does
 */
record WorldFit(String world, boolean fits, Optional<String> reason) {

    static WorldFit of(Demonstrations recorded, EnvironmentSpec spec) {
        try {
            DemonstrationFit.check(recorded, spec);
            return new WorldFit(spec.id(), true, Optional.empty());
        } catch (DemonstrationException unfit) {
            return new WorldFit(spec.id(), false, Optional.of(unfit.getMessage()));
        }
    }
}
