package dev.strait.agents.training;

import dev.strait.agents.policy.Policy;

/** A training of a policy. */
public interface PolicyTraining extends Training {

    /** Steps of the worlds so far; 0 where none are taken. */
    long environmentSteps();

    /** What is to be evaluated and saved, as it is now. */
    Policy policy();
}
