/**
 * Functions and layers on DJL: what every learner of Strait is made of. There are no loops over
 * updates here; those live in {@code dev.strait.agents}.
 *
 * <p>Reading order: {@code tensor} (devices, noise), {@code gradient} (the one seam to the engine),
 * {@code network}, {@code distribution}, {@code objective}, {@code bottleneck}, {@code checkpoint}.
 */
package dev.strait.core;
