/**
 * Articulated bodies in generalised coordinates with soft contact, in plain Java: single steps
 * equal those of MuJoCo 3.14 to rounding, so that demonstrations recorded there, and scores
 * published there, can be used here. A {@link dev.strait.envs.physics.Model} is compiled once and
 * shared, a {@link dev.strait.envs.physics.Simulation} is one world in motion, on one thread, whose
 * steps allocate nothing once arrays have grown to the most contacts met, and whose state is
 * exactly time, positions and velocities.
 *
 * <pre>{@code
 * Simulation simulation = new Simulation(MjcfReader.read(Path.of("hopper.xml")));
 * simulation.controls()[0] = 0.5;
 * simulation.step(4);
 * double height = simulation.positions()[1];
 * }</pre>
 *
 * <p>Reading order, in the order in which a step computes: {@code Simulation}, {@code Dynamics} for
 * the whole; {@code ModelArrays}, {@code Model}, {@code ModelTopology}, {@code ContactPairs} for
 * what does not change; {@code Rotation}, {@code Spatial} for the arithmetic; {@code Kinematics},
 * {@code TreeInertia}, {@code MassMatrix} with {@code TreeMatrix}, {@code BiasForces}, {@code
 * PassiveForces} with {@code FluidDrag}, {@code Actuation}; {@code GeomPlacement}, {@code
 * Collision} with {@code PlaneContacts}, {@code RoundContacts}, {@code BoxContacts}, {@code
 * Contacts}; {@code SoftLaw}, {@code ConstraintRows}, {@code JointLimits}, {@code ContactRows};
 * {@code NewtonSolver}, {@code LineSearch}; {@code EulerStepper}, {@code RungeKuttaStepper}, {@code
 * ImplicitPdStepper} with {@code PdTorques}; {@code ContactForces}, {@code Momentum} for what is
 * asked afterwards. Models are described by {@link dev.strait.envs.physics.ModelBuilder} and the
 * {@code …Spec} classes, in code or by {@code dev.strait.envs.physics.mjcf}, which reads files;
 * {@code ModelCompiler} compiles them with {@code ModelTree}, {@code BodyInertia} with {@code
 * Eigen3}, and {@code InverseWeights} at the {@code ReferencePose}; {@code Bounds} says what their
 * numbers may be, {@code ModelCheck} what those of a model. {@link
 * dev.strait.envs.physics.PhysicsAgreement} and {@link dev.strait.envs.physics.PhysicsSpeed}
 * measure.
 *
 * <p>Papers: Featherstone, "Rigid Body Dynamics Algorithms", 2008 (spatial vectors, composite rigid
 * bodies, recursive Newton-Euler, sparse factorisation); Todorov, Erez and Tassa, "MuJoCo: a
 * physics engine for model-based control", IROS 2012; Todorov, "Convex and analytically-invertible
 * dynamics with contacts and constraints", ICRA 2014; Tan, Liu and Turk, "Stable
 * proportional-derivative controllers", IEEE CG and A 31(4), 2011; MuJoCo's documentation, chapters
 * "Computation" and "Modeling".
 *
 * <p>The decision weighed: Java has rigid-body engines (dyn4j, ode4j), which keep every body's six
 * coordinates and join them by constraints. Those have no armature, lose energy in joints, carry
 * hidden solver state, and are another physics than that in which the field measures itself.
 * Generalised coordinates cost a factorisation a step and have none of that. A second one: MuJoCo
 * starts its solver from the last step's acceleration. Here it starts from one of the same step
 * (unconstrained, damped, or of the Runge-Kutta stage before), so that a step is a function of the
 * state alone and a restored state goes on equal to the bit.
 *
 * <p>Details, with their sources (MuJoCo's documentation where none is named; what was measured,
 * was against MuJoCo 3.14):
 *
 * <ol>
 *   <li>Spatial vectors are about one point, the centre of mass of all moving bodies. MuJoCo takes
 *       that of each tree; with several trees only the last bits differ.
 *   <li>A joint's axis and anchor are taken before its own motion; three turns of a ball or free
 *       joint change with the same velocity.
 *   <li>Damping is implicit with Euler, in the update alone; explicit with RK4.
 *   <li>RK4 finds contacts and solves anew in each stage. What is read after a step is of the last
 *       stage, as published rewards have it ({@link dev.strait.envs.physics.Simulation}). The
 *       stages' angular velocities are added, each in its own stage's axes, as MuJoCo adds them: of
 *       the fourth order for hinges and slides, of the second for balls and free bodies whose axis
 *       changes.
 *   <li>A quaternion in q may have any length until the first step; every step makes it 1.
 *   <li>Contacts are pyramids or frictionless; condim 4 and 6, box on box, tendons, springs of
 *       balls and constraints other than limits and contacts are refused.
 *   <li>The regulariser of all four rows of a pyramid is 2 μ² (1 − d)/d (1 + μ²) times the inverse
 *       weight of the bodies.
 *   <li>Where no dof moves a contact along a tangent, as across the plane of a planar model, its
 *       two rows are equal and become one of twice the weight.
 *   <li>Contact margins add up in MuJoCo 3.14; recordings of the v4 worlds need the larger of both:
 *       {@link dev.strait.envs.physics.MarginRule}. {@code gap} has no effect.
 *   <li>A capsule touches a box where its axis is nearest to it, and at an end of what lies over
 *       the same face or edge. The deepest contact is MuJoCo's while the axis is outside the box;
 *       the second place, and all with the axis inside, differ.
 *   <li>The solver runs until a full Newton step changes nothing about which rows push. MuJoCo's
 *       default tolerance stops earlier: 8e-7 at the inverted pendulum's rail.
 *   <li>Drag is MuJoCo's model of inertia boxes ("Fluid forces").
 *   <li>Implicit PD equals MuJoCo's discrete integrator where nothing saturates; torques beyond
 *       their limits are held and the step is solved once more, once (ours).
 *   <li>Sine and cosine are our own, {@link java.lang.StrictMath} does the rest: the same bits on
 *       every processor.
 *   <li>A state with NaN, or faster than 1e6, is told and not stepped from. MuJoCo resets such a
 *       world.
 *   <li>Contacts with a plane ignore the plane's size. Cylinders are weighed and touch nothing.
 * </ol>
 */
package dev.strait.envs.physics;
