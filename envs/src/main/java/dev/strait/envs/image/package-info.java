/**
 * Where pictures come from. An {@link dev.strait.envs.image.ImageSource} reads them by position, an
 * {@link dev.strait.envs.image.ImageBatches} gives them to a training.
 */
package dev.strait.envs.image;
