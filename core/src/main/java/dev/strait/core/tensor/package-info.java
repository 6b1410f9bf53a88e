/**
 * Where tensors live and where chance comes from: the choice of device and threads, and random
 * streams that are named, independent and can be saved.
 *
 * <p>Reading order: {@link dev.strait.core.tensor.TensorEngine}, {@link
 * dev.strait.core.tensor.Seeds}, {@link dev.strait.core.tensor.SeedStream}, {@link
 * dev.strait.core.tensor.NoiseStream}, {@link dev.strait.core.tensor.Constants} (why a loss never
 * says {@code mul(0.5f)}).
 *
 * <p>The decision weighed: libtorch's random state cannot be read back through DJL, so noise that
 * must survive a resume is drawn by the engine after reseeding it from (seed, counter); the counter
 * is the whole state. Papers: Salmon et al. 2011 for the counter-based idea; Steele, Lea and Flood
 * 2014 for SplitMix64.
 */
package dev.strait.core.tensor;
