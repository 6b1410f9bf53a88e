package dev.strait.envs.mimic;

import dev.strait.envs.World;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.motion.ReferenceMotion;

/**
 * A world in which a character is to move as a clip does: what whoever measures it asks beside what
 * every world tells.
 */
public interface MotionImitation extends World {

    /** Seconds of a step. */
    double CONTROL_SECONDS = 1.0 / 30;

    /** What the clip is called. */
    String clip();

    /** What is to be followed, in the character's coordinates. */
    ReferenceMotion reference();

    /** Where the clip is, in seconds since its beginning; a looping clip goes on counting. */
    double phase();

    /** Numbers of a pose. */
    int poseSize();

    /** Writes the present pose q. */
    void pose(double[] pose);

    /** How much two poses differ, in radians: the root mean square over the joints. */
    double rotationError(double[] pose, double[] other);

    /** Where the root is along the forward axis, in metres. */
    double forward();

    /** The clip as state-only episodes in observations of this world. */
    Demonstrations demonstrations();
}
