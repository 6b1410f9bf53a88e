package dev.strait.envs.motion;

import java.util.List;

/**
 * A joint of a BVH file.
 *
 * @param name as the file has it; empty for an end site
 * @param parent index of what it hangs on; −1 for the root
 * @param offset (3) from its parent in the rest pose, in the file's units
 * @param channels in the order in which they are recorded and applied
 */
record BvhJoint(String name, int parent, double[] offset, List<Channel> channels) {

    /** One recorded number of a joint. */
    enum Channel {
        XPOSITION,
        YPOSITION,
        ZPOSITION,
        XROTATION,
        YROTATION,
        ZROTATION;

        boolean position() {
            return ordinal() < 3;
        }

        /** The rotation by an angle about this channel's axis. */
        Quaternion rotation(double radians) {
            return switch (this) {
                case XROTATION -> Quaternion.aboutX(radians);
                case YROTATION -> Quaternion.aboutY(radians);
                case ZROTATION -> Quaternion.aboutZ(radians);
                default -> Quaternion.IDENTITY;
            };
        }
    }
}
