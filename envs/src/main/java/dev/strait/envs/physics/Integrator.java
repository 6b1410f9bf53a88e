package dev.strait.envs.physics;

/** How a step moves the state. */
public enum Integrator {
    /** Semi-implicit Euler; where a joint has damping, that is implicit. */
    EULER,
    /** Classical Runge-Kutta of order 4, controls held over the step. */
    RK4,
    /** Semi-implicit Euler in which the joints' PD torques are those of the step's end. */
    IMPLICIT_PD
}
