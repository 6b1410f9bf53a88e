package dev.strait.envs.physics;

/** Shapes, in the order in which a contact names them. Sizes are three numbers. */
public enum GeomType {
    /** The half-space below z = 0 of its frame; its size is for drawing. */
    PLANE,
    /** Radius. */
    SPHERE,
    /** Radius and half the length of the straight part, along z. */
    CAPSULE,
    /** Radius and half length along z; drawn and weighed, but it touches nothing. */
    CYLINDER,
    /** Half lengths along x, y and z. */
    BOX
}
