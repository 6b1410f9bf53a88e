package dev.strait.agents.experiment.distance;

interface Stub {}
