/** Experiments. */
package dev.strait.agents.experiment.distance;
