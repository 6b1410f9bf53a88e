package dev.strait.envs.motion;

import static dev.strait.envs.Require.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the humanoid's joints are called in BVH files, the best name first: those of CMU's
 * conversions and MotionBuilder (RightUpLeg), of Mixamo (mixamorig:RightUpLeg), of Poser and Biped
 * (rThigh), and plain ones (RightHip). Case, spaces and punctuation do not count.
 */
final class JointNames {

    private static final List<String> ROOT = List.of("hips", "hip", "pelvis", "root");

    private final List<BvhJoint> joints;
    private final Map<String, Integer> known = new HashMap<>();

    JointNames(List<BvhJoint> joints) {
        this.joints = joints;
        for (int i = 0; i < joints.size(); i++) {
            String name = joints.get(i).name();
            if (!name.isEmpty()) {
                Integer earlier = known.put(plain(name), i);
                require(earlier == null, "two joints are called '%s'", name);
            }
        }
    }

    private static String plain(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.replaceFirst("^(mixamorig|character)\\d*", "");
    }

    int root() {
        return found("root", ROOT);
    }

    int of(HumanoidJoint joint) {
        return found(joint.toString(), names(joint));
    }

    private int found(String words, List<String> names) {
        for (String name : names) {
            if (known.containsKey(name)) {
                return known.get(name);
            }
        }
        throw new IllegalArgumentException(
                "its skeleton has no joint for the %s (such as %s); it has %s"
                        .formatted(words, String.join(", ", names.subList(0, 3)), all()));
    }

    private String all() {
        return joints.stream()
                .map(BvhJoint::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static List<String> names(HumanoidJoint joint) {
        return switch (joint) {
            case CHEST -> List.of("spine1", "spine", "chest", "torso", "abdomen", "lowerback");
            case NECK -> List.of("neck", "neck1", "head");
            default -> {
                boolean right = joint.name().startsWith("RIGHT");
                String side = right ? "right" : "left";
                List<String> names = new ArrayList<>();
                for (String part : parts(joint)) {
                    names.add(side + part);
                    names.add(side.charAt(0) + part);
                }
                yield names;
            }
        };
    }

    /** The bone below a joint, which names it in most files; then the joint itself. */
    private static List<String> parts(HumanoidJoint joint) {
        return switch (joint) {
            case RIGHT_HIP, LEFT_HIP -> List.of("upleg", "thigh", "upperleg", "hip", "hipjoint");
            case RIGHT_KNEE, LEFT_KNEE -> List.of("leg", "shin", "calf", "lowerleg", "knee");
            case RIGHT_ANKLE, LEFT_ANKLE -> List.of("foot", "ankle");
            case RIGHT_SHOULDER, LEFT_SHOULDER ->
                    List.of("arm", "shldr", "upperarm", "uparm", "shoulder");
            case RIGHT_ELBOW, LEFT_ELBOW -> List.of("forearm", "lowerarm", "lowarm", "elbow");
            default -> throw new IllegalArgumentException(joint + " has no side");
        };
    }
}
