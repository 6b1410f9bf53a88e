package dev.strait.envs.motion;

import java.util.Locale;

/**
 * The joints of DeepMimic's humanoid between its root and its hands and feet, in the order in which
 * its clips hold them. A hinge turns about z, which points to the right: positive takes x (forward)
 * towards y (up), so that knees bend to negative angles and elbows to positive ones.
 */
public enum HumanoidJoint {
    /** Between root and chest. */
    CHEST(false),
    /** Between chest and head. */
    NECK(false),
    /** Between root and right thigh. */
    RIGHT_HIP(false),
    /** Between right thigh and shank. */
    RIGHT_KNEE(true),
    /** Between right shank and foot. */
    RIGHT_ANKLE(false),
    /** Between chest and right upper arm. */
    RIGHT_SHOULDER(false),
    /** Between right upper arm and forearm. */
    RIGHT_ELBOW(true),
    /** Between root and left thigh. */
    LEFT_HIP(false),
    /** Between left thigh and shank. */
    LEFT_KNEE(true),
    /** Between left shank and foot. */
    LEFT_ANKLE(false),
    /** Between chest and left upper arm. */
    LEFT_SHOULDER(false),
    /** Between left upper arm and forearm. */
    LEFT_ELBOW(true);

    private final boolean hinge;

    HumanoidJoint(boolean hinge) {
        this.hinge = hinge;
    }

    /** Whether it has one angle; otherwise it is a ball. */
    public boolean hinge() {
        return hinge;
    }

    /** Numbers that tell its rotation: an angle or a quaternion. */
    int width() {
        return hinge ? 1 : 4;
    }

    /** The joint in the same place on the other side. */
    HumanoidJoint otherSide() {
        String name = name();
        if (name.startsWith("RIGHT_")) {
            return valueOf("LEFT_" + name.substring(6));
        }
        return name.startsWith("LEFT_") ? valueOf("RIGHT_" + name.substring(5)) : this;
    }

    /** What it hangs on; null for the root itself. */
    HumanoidJoint parent() {
        return switch (this) {
            case CHEST, RIGHT_HIP, LEFT_HIP -> null;
            case NECK, RIGHT_SHOULDER, LEFT_SHOULDER -> CHEST;
            case RIGHT_KNEE -> RIGHT_HIP;
            case RIGHT_ANKLE -> RIGHT_KNEE;
            case RIGHT_ELBOW -> RIGHT_SHOULDER;
            case LEFT_KNEE -> LEFT_HIP;
            case LEFT_ANKLE -> LEFT_KNEE;
            case LEFT_ELBOW -> LEFT_SHOULDER;
        };
    }

    /** In words, such as {@code right knee}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
