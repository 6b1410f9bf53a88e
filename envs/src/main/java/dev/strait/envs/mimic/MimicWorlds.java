package dev.strait.envs.mimic;

import static dev.strait.envs.Require.require;

import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.World;
import dev.strait.envs.motion.ClipName;
import dev.strait.envs.motion.HumanoidMotion;
import dev.strait.envs.motion.MotionClip;
import dev.strait.envs.motion.OwnClips;
import dev.strait.envs.motion.SagittalMotion;
import dev.strait.envs.physics.Model;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Worlds in which a character is to move as a clip does. The clip is part of the world, and of its
 * id: {@code PlanarBiped-v0} follows Strait's own walk, {@code PlanarBiped-v0:run} another one of
 * Strait's own, and {@code PlanarBiped-v0:/path/clip.bvh+loop} a file, as {@link ClipName} reads
 * it.
 */
public final class MimicWorlds {

    /** 10 s. */
    private static final int STEPS = 300;

    /** Kinds of worlds, by the id of the one with the first clip. */
    public static final List<String> KINDS =
            List.of("PlanarBiped-v0", "PlanarBipedPhase-v0", "Humanoid3D-v0", "Humanoid3DPhase-v0");

    private MimicWorlds() {}

    /** The worlds that follow Strait's own walk. */
    public static List<EnvironmentSpec> specs() {
        return KINDS.stream().map(kind -> spec(kind, kind, OwnClips.WALK)).toList();
    }

    /**
     * The world of a kind that follows a clip.
     *
     * @param kind one of {@link #KINDS}
     * @param clip one of Strait's own or else a file, as {@link ClipName#parse} reads it
     * @throws dev.strait.envs.motion.MotionException in one line, where the file cannot be used
     */
    public static EnvironmentSpec spec(String kind, String clip) {
        return spec(kind + ":" + clip, kind, clip);
    }

    private static EnvironmentSpec spec(String id, String kind, String clip) {
        return spec(kind, id, ClipName.parse(clip).read());
    }

    /**
     * The world of a kind that follows a clip of one's own making, such as a mirrored or resampled
     * one.
     *
     * @param kind one of {@link #KINDS}
     * @param id what it is to be called; {@link dev.strait.envs.Environments#register} makes it
     *     known by it
     */
    public static EnvironmentSpec spec(String kind, String id, MotionClip clip) {
        require(
                KINDS.contains(kind),
                "kind must be one of %s, but was '%s'",
                String.join(", ", KINDS),
                kind);
        return new EnvironmentSpec(id, STEPS, OptionalDouble.empty(), true, worlds(kind, clip));
    }

    /** Worlds of one kind share what does not change. */
    private static Supplier<World> worlds(String kind, MotionClip clip) {
        boolean phase = kind.contains("Phase");
        if (kind.startsWith("Humanoid3D")) {
            HumanoidMotion motion = HumanoidMotion.of(clip);
            Model model = HumanoidModel.build();
            return () -> new Humanoid3d(clip.name(), motion, model, phase);
        }
        SagittalMotion motion = SagittalMotion.of(clip);
        Model model = PlanarBipedModel.build();
        return () -> new PlanarBiped(clip.name(), motion, model, phase);
    }
}
