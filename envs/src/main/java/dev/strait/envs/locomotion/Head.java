package dev.strait.envs.locomotion;

/** The part of an observation that is of the state alone. */
interface Head {

    /** Numbers of it. */
    int size();

    /** Writes what the present state shows. */
    void write(double[] observations, int offset);

    /** Sets the state; what the observation leaves out becomes 0. */
    void read(double[] observations, int offset);

    /** Whether an observation shows all that matters of the state it is of. */
    boolean tellsState(double[] observations, int offset);
}
