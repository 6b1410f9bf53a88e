/**
 * Experiments from the literature, small enough to run in a minute and known well enough to be
 * checked: each has a closed form, or a claim that its paper makes. They prove {@code core}, whose
 * objectives, regularisers and bottleneck they use as they are.
 *
 * <p>Reading order: {@link dev.strait.agents.experiment.Check} (what an experiment must show), then
 * {@link dev.strait.agents.experiment.game} (two players, two numbers), {@link
 * dev.strait.agents.experiment.distance} (what the objectives measure), {@link
 * dev.strait.agents.experiment.toy} (discriminators on points in the line and the plane), {@link
 * dev.strait.agents.experiment.mixture} (GANs on many modes).
 *
 * <p>The decision weighed: an experiment is a record of settings whose {@code run} gives an
 * immutable result with its checks, and draws nothing. So the same code is a test of the suite and
 * a figure of the command line.
 */
package dev.strait.agents.experiment;
