/**
 * Worlds as commands name them, and the demonstrations that were recorded there: which clip a
 * character follows, on whose body, from which file, in which format.
 *
 * <p>Reading order: {@link dev.strait.demos.world.WorldInput} with {@link
 * dev.strait.demos.world.MotionInput} in it, {@link dev.strait.demos.world.DemonstrationInput},
 * {@link dev.strait.demos.world.BundledDemonstrations}, {@link
 * dev.strait.demos.world.DemonstrationOutput}, {@link dev.strait.demos.world.ConvertCommand}.
 *
 * <p>Papers: none.
 *
 * <p>The decision weighed: options are small classes that commands mix in, each with what it means
 * as a method, rather than one class of all options. A command then shows no option that it does
 * not take, and the same words mean the same thing in all of them.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>A clip becomes a part of the world's id ({@code PlanarBiped-v0:walk}), by which a run, a
 *       policy and a report know it.
 *   <li>A policy acts in the world of its own run, body and margin rule included, unless it is told
 *       otherwise.
 *   <li>Strait's own demonstrations are found from where the program itself lies, not from the
 *       folder that it is called in.
 * </ul>
 */
package dev.strait.demos.world;
