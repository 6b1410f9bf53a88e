package dev.strait.agents.experiment.game;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Where the two players of a Dirac-GAN want to go: minus the gradient of each one's own loss. Real
 * samples are at 0, generated ones at θ, and the discriminator's logit is ψx, high for real.
 */
public interface DiracField {

    /** −∂L_G/∂θ. */
    double generator(double theta, double psi);

    /** −∂L_D/∂ψ, with the penalty. */
    double discriminator(double theta, double psi);

    /** −∂/∂ψ of a penalty that knows ψ alone, as the slope of a linear discriminator is ψ. */
    @FunctionalInterface
    interface Pull {
        /** The pull at ψ. */
        double at(double psi);

        /** No penalty. */
        Pull NONE = psi -> 0;

        /** Of (damping/2) · ψ², as R1 and R2 are here. */
        static Pull towardsZero(double damping) {
            return psi -> -damping * psi;
        }

        /** Of weight · (|ψ| − 1)², as WGAN-GP's is here. */
        static Pull towardsOne(double weight) {
            return psi -> -2 * weight * (Math.abs(psi) - 1) * Math.signum(psi);
        }
    }

    /** L_D = softplus(ψθ) + ln 2, L_G = −softplus(ψθ). */
    record Minimax(Pull pull) implements DiracField {

        @Override
        public double generator(double theta, double psi) {
            return sigmoid(psi * theta) * psi;
        }

        @Override
        public double discriminator(double theta, double psi) {
            return -sigmoid(psi * theta) * theta + pull.at(psi);
        }
    }

    /** L_D = softplus(ψθ) + ln 2, L_G = softplus(−ψθ). */
    record NonSaturating(Pull pull) implements DiracField {

        @Override
        public double generator(double theta, double psi) {
            return sigmoid(-psi * theta) * psi;
        }

        @Override
        public double discriminator(double theta, double psi) {
            return -sigmoid(psi * theta) * theta + pull.at(psi);
        }
    }

    /** L_D = ψθ, L_G = −ψθ. */
    record Wasserstein(Pull pull) implements DiracField {

        @Override
        public double generator(double theta, double psi) {
            return psi;
        }

        @Override
        public double discriminator(double theta, double psi) {
            return -theta + pull.at(psi);
        }
    }

    /**
     * The non-saturating game on samples with noise: L_D = E[softplus(−ψsε)] + E[softplus(ψ(θ +
     * sε))], the means by Gauss and Hermite. The generator moves against the discriminator on clean
     * samples.
     *
     * @param std s
     */
    record Noisy(double std) implements DiracField {

        private static final GaussIntegrator HERMITE = new GaussIntegratorFactory().hermite(40);

        @Override
        public double generator(double theta, double psi) {
            return sigmoid(-psi * theta) * psi;
        }

        @Override
        public double discriminator(double theta, double psi) {
            double real = mean(x -> sigmoid(-psi * x) * x);
            double fake = mean(x -> sigmoid(psi * (theta + x)) * (theta + x));
            return real - fake;
        }

        /** E[f(sε)], ε standard normal. */
        private double mean(UnivariateFunction function) {
            double sum = HERMITE.integrate(t -> function.value(std * Math.sqrt(2) * t));
            return sum / Math.sqrt(Math.PI);
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
