package dev.strait.agents.experiment.toy;

public interface Sides {}
