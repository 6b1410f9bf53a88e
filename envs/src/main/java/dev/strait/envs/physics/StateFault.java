package dev.strait.envs.physics;

/** What is wrong with a state that a simulation refuses to step from. */
public enum StateFault {
    /** Nothing. */
    NONE,
    /** A position or velocity is NaN or infinite. */
    NOT_FINITE,
    /** A velocity is above 1e6 m/s or rad/s: the integration has blown up. */
    RUNAWAY
}
