package dev.strait.demos.gan;

import dev.strait.agents.gan.Networks;
import dev.strait.core.network.Activation;
import dev.strait.core.network.Normalisation;
import java.util.List;

/** Networks by name, for {@code --networks}; their sizes are settings ({@code --set networks…}). */
enum NetworkChoice {
    /** Two hidden layers on either side. */
    DENSE(
            new Networks.FullyConnected(
                    List.of(256, 512),
                    List.of(512, 256),
                    Activation.LEAKY_RELU,
                    new Normalisation.None(),
                    Activation.TANH)),
    /** DCGAN's convolutions, the discriminator without batch norms. */
    DCGAN(new Networks.Dcgan(64, List.of(), new Normalisation.Batch(), new Normalisation.None())),
    /** The residual networks of Mescheder et al. 2018 and of the official VDB image code. */
    RESIDUAL(new Networks.Residual(32, 256));

    private final Networks networks;

    NetworkChoice(Networks networks) {
        this.networks = networks;
    }

    Networks networks() {
        return networks;
    }
}
