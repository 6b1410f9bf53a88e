package dev.strait.envs.physics;

/** A world whose state is that of a simulation: what can be drawn as bodies. */
public interface Simulated {

    /** The simulation, in the world's present state; not to be changed. */
    Simulation simulation();
}
