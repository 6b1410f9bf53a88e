package dev.strait.agents.gan;

import dev.strait.envs.image.ImageShape;

/**
 * What a generator is, without its weights.
 *
 * @param shape of what it makes
 * @param networks its own among them
 * @param latent its noise
 * @param codes what it is told beside
 */
record GeneratorDescription(ImageShape shape, Networks networks, Latent latent, Codes codes) {

    /** Numbers that it takes. */
    int inputs() {
        return latent.size() + codes.size();
    }
}
