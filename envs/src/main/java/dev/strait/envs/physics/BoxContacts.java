package dev.strait.envs.physics;

/** Spheres and capsules against boxes. */
final class BoxContacts {

    private final Model model;
    private final GeomPlacement geoms;
    private final Contacts contacts;

    BoxContacts(Model model, GeomPlacement geoms, Contacts contacts) {
        this.model = model;
        this.geoms = geoms;
        this.contacts = contacts;
    }

    void sphere(int pair, int sphere, int box) {
        throw new UnsupportedOperationException("sphere on box");
    }

    void capsule(int pair, int capsule, int box) {
        throw new UnsupportedOperationException("capsule on box");
    }
}
