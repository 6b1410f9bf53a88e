package dev.strait.agents.training;

/**
 * Anything that learns, round by round. Whoever runs it decides when to look, save or stop; nothing
 * of that changes what is learned.
 */
public interface Training extends AutoCloseable {

    /** Whether the planned rounds are over. */
    boolean finished();

    /** Trains one round. */
    RoundReport round();

    /** Share of the run that is over, in [0, 1]. */
    double progress();

    /** Puts everything that {@link #restore} needs. */
    void save(TrainingState state);

    /**
     * Goes on from a saved state of an equal training, to the bit.
     *
     * @throws IllegalArgumentException where the state does not fit
     */
    void restore(TrainingState state);

    @Override
    void close();
}
