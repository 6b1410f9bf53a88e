package dev.strait.envs.motion;

/**
 * How far apart the joints of DeepMimic's humanoid are, in metres (Peng et al. 2018, {@code
 * data/characters/humanoid3d}); the planar biped has the same legs.
 */
public final class HumanoidLengths {

    /** From the hips up to the chest's joint. */
    public static final double SPINE = 0.236151;

    /** From the chest's joint back, up and out to a shoulder. */
    public static final double SHOULDER_BACK = 0.02405;

    /** Up. */
    public static final double SHOULDER_UP = 0.2435;

    /** Out. */
    public static final double SHOULDER_OUT = 0.18311;

    /** From shoulder to elbow. */
    public static final double UPPER_ARM = 0.274788;

    /** From elbow to hand. */
    public static final double FOREARM = 0.258947;

    /** From the middle of the hips out to either. */
    public static final double HIP_OUT = 0.084887;

    /** From hip to knee. */
    public static final double THIGH = 0.421546;

    /** From knee to ankle. */
    public static final double SHANK = 0.40987;

    private HumanoidLengths() {}
}
