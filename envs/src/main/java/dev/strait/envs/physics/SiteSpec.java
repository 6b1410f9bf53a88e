package dev.strait.envs.physics;

/**
 * A point of a body whose place can be asked for.
 *
 * @param name unique among the sites
 * @param x place in the body's frame, in metres, as are the next two
 * @param y along y
 * @param z along z
 */
public record SiteSpec(String name, double x, double y, double z) {

    public SiteSpec {
        Bounds.place(x, y, z);
    }

    @Override
    public String toString() {
        return "site \"" + name + "\"";
    }
}
