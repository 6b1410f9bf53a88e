package dev.strait.envs.motion;

/** A motion in the coordinates of a simulated character: positions q and velocities v over time. */
public interface ReferenceMotion {

    /** Whether it goes on for ever. */
    boolean looping();

    /** T, seconds of the clip. */
    double duration();

    /** Metres a second forward, over the whole clip. */
    double speed();

    /** Writes q at a time, which may lie beyond the ends. */
    void position(double time, double[] position);

    /** Writes v at a time. */
    void velocity(double time, double[] velocity);
}
