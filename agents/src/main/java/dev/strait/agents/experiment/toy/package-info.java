/** Experiments. */
package dev.strait.agents.experiment.toy;
