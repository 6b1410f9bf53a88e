/**
 * Pictures of worlds, for films of a policy and for a look at a state.
 *
 * <p>{@link dev.strait.envs.render.FrameRenderer} is the door; a {@code Scene} paints worlds of one
 * kind in metres with a {@code Brush}. Worlds of bodies ({@link dev.strait.envs.physics.Simulated})
 * need none of their own: {@code BodyScenes} shows a model that moves in a plane in that plane, and
 * any other by rays ({@code LitStage}). Worlds without either are drawn as sliders. {@link
 * dev.strait.envs.render.PictureGrid} lays pictures out in rows, such as a generator's.
 *
 * <p>Proportions are Gymnasium's (600 by 400 pixels for the cart-pole and the cars, 500 by 500 for
 * the pendulum and the acrobot); colours and code are not.
 *
 * <p>The decision that was weighed: Java2D into an image, and no lettering. It works without a
 * display, and on machines without a single font, where Java2D fails at the first letter.
 *
 * <p>Details: labels under pictures are digits of 3 by 5 dots, for the same reason; a scene sees
 * the physical state, not the observation, so a world rounded to float32 or normalised is drawn
 * alike; of a character that imitates a motion it sees the clip, too, and paints it behind; the
 * torque of the pendulum is not part of its state and not drawn; sliders show at most 11 numbers,
 * unbounded ones through tanh. The lit stage meets spheres, capsules and boxes in closed form,
 * within the pixels that the ball about each may cover; only the ground bears shadows; pixels on an
 * edge are the mean of four rays. A world's simulation is copied before it is drawn, because its
 * own kinematics may belong to the step before.
 */
package dev.strait.envs.render;
