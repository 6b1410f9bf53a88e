package dev.strait.agents.metric.extractor;

/**
 * One epoch of a classifier's training.
 *
 * @param epoch from 1
 * @param epochs that there will be
 * @param loss mean cross-entropy over the epoch, in nats
 * @param accuracy share of held-out pictures whose class it knows now
 */
public record ClassifierReport(int epoch, int epochs, double loss, double accuracy) {}
