/**
 * Reads models from MJCF, MuJoCo's XML, in the subset that this engine computes.
 *
 * <p>A file either gives the model that MuJoCo 3 would compile from it, or is refused in one line
 * that names the element and its line: nothing that would change the motion is passed over. What
 * only draws, records or sizes buffers is read over by name; {@code MjcfNames} is the list of both.
 * The result goes through {@link dev.strait.envs.physics.ModelBuilder}, as models in code do.
 *
 * <p>Reading order: {@code MjcfReader}; {@code MjcfXml} (bytes to elements), {@code MjcfNames}
 * (what may be in them), {@code MjcfSettings} (compiler and option), {@code MjcfDefaults} and
 * {@code MjcfAttributes} (classes and values), {@code MjcfBodies} with {@code MjcfFrames}, {@code
 * MjcfActuators}, {@code MjcfContacts}.
 *
 * <p>Decision weighed: a file may name other files (include, meshes, textures). None is opened: a
 * model is one file, so that what a user gives is what is read, and a model from a stranger can
 * touch neither the disk nor the network. DOCTYPEs are refused before anything in them is looked
 * at.
 *
 * <p>Details, with their sources (MuJoCo 3.14's XML reference, and its behaviour where that is
 * silent):
 *
 * <ul>
 *   <li>A vector given with fewer numbers keeps the inherited ones behind them.
 *   <li>A quaternion gives way to any of euler, axisangle, xyaxes and zaxis, inherited or not; an
 *       element may have one of these.
 *   <li>Degrees unless {@code angle="radian"}; never for slides.
 *   <li>"0 0" as a range is no range; {@code limited="auto"} means that a range limits.
 *   <li>Motors and position servos share their defaults.
 *   <li>A freejoint takes no defaults, a joint of type free does.
 *   <li>{@code solver}, {@code iterations} and {@code tolerance} are passed over: this engine
 *       always converges.
 *   <li>A line number is that of the end of the element's start tag.
 * </ul>
 */
package dev.strait.envs.physics.mjcf;
