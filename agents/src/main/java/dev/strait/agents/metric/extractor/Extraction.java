package dev.strait.agents.metric.extractor;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * What an extractor saw.
 *
 * @param features (B, F)
 * @param probabilities (B, classes); empty where the extractor is no classifier
 */
public record Extraction(NDArray features, Optional<NDArray> probabilities) {}
