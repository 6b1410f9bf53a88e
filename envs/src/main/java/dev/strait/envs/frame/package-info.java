/**
 * Small pictures without Java2D, fast enough for every step of a training: {@link
 * dev.strait.envs.frame.Canvas} draws capsules, a ground and bars into an array of numbers, {@link
 * dev.strait.envs.frame.FrameMemory} keeps pictures of late.
 *
 * <p>The decision that was weighed: Java2D (see {@link dev.strait.envs.render}) draws films for
 * people. A discriminator that sees frames asks for several of them a step, and a saved run is to
 * see the same ones on every machine; Java2D's rasteriser differs between builds of the JDK.
 *
 * <p>Details: a pixel's coverage falls linearly from 1 to 0 over the pixel's width along the
 * distance to the outline, which is exact for edges along the axes; later shapes cover earlier
 * ones; a smeared bar is the mean of eight moments; what is outside of the picture is cut off.
 */
package dev.strait.envs.frame;
