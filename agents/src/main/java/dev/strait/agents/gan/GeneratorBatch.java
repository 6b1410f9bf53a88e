package dev.strait.agents.gan;

/** Which samples the generator steps on. */
public enum GeneratorBatch {
    /** Of new noise (Goodfellow et al. 2014, algorithm 1). */
    NEW,
    /**
     * Those that the discriminator has just learned on, judged by what it is now, as the scripts of
     * DCGAN and PyTorch-GAN have it: the pass that made them serves both steps.
     */
    SHARED
}
