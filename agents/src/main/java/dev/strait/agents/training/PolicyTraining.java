package dev.strait.agents.training;

import dev.strait.agents.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A training of a policy. */
public interface PolicyTraining extends Training {

    /** Steps of the worlds so far; 0 where none are taken. */
    long environmentSteps();

    /** What is to be evaluated and saved, as it is now. */
    Policy policy();

    /**
     * Writes the reward that it has learned into a folder, where it learns one.
     *
     * @param folder there already
     * @param environment id of the world that it is learned in
     * @param provenance where it comes from: anything that JSON can hold
     * @throws IOException if it cannot be written
     */
    default void saveReward(Path folder, String environment, Map<String, Object> provenance)
            throws IOException {}
}
