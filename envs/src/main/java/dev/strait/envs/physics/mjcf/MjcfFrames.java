package dev.strait.envs.physics.mjcf;

import dev.strait.envs.physics.Orientation;
import java.util.List;

/** The ways in which a file says how a frame is turned. */
final class MjcfFrames {

    private static final List<String> OTHERS = List.of("euler", "axisangle", "xyaxes", "zaxis");

    private final MjcfSettings settings;

    MjcfFrames(MjcfSettings settings) {
        this.settings = settings;
    }

    /** The identity where nothing is said. */
    Orientation of(MjcfAttributes attributes) {
        MjcfElement source = attributes.sourceOfAny(OTHERS);
        if (source == null) {
            double[] q = attributes.vector("quat", 1, 0, 0, 0);
            return new Orientation(q[0], q[1], q[2], q[3]);
        }
        List<String> given = OTHERS.stream().filter(source.attributes()::containsKey).toList();
        if (given.size() > 1) {
            throw source.refusal("%s and %s both say how it is turned", given.get(0), given.get(1));
        }
        return source.contain(() -> other(given.get(0), new MjcfAttributes(source)));
    }

    private Orientation other(String way, MjcfAttributes attributes) {
        return switch (way) {
            case "euler" -> {
                double[] a = attributes.vector(way, 0, 0, 0);
                yield Orientation.euler(
                        settings.eulerSequence(),
                        settings.radians(a[0]),
                        settings.radians(a[1]),
                        settings.radians(a[2]));
            }
            case "axisangle" -> {
                double[] a = attributes.vector(way, 0, 0, 0, 0);
                yield Orientation.about(a[0], a[1], a[2], settings.radians(a[3]));
            }
            case "xyaxes" -> {
                double[] a = attributes.vector(way, 0, 0, 0, 0, 0, 0);
                yield Orientation.ofAxes(
                        new double[] {a[0], a[1], a[2]}, new double[] {a[3], a[4], a[5]});
            }
            default -> {
                double[] z = attributes.vector(way, 0, 0, 0);
                yield Orientation.zOnto(z[0], z[1], z[2]);
            }
        };
    }
}
