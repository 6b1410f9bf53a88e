package dev.strait.core.bottleneck;

import static dev.strait.core.tensor.Constants.times;

import ai.djl.ndarray.NDArray;

/** E[KL] ≤ I_c under one convention, held by one β. */
final class RateConstraint implements Constraint {

    private final double informationLimit;
    private final RateExpectation expectation;
    private final Multiplier multiplier;

    RateConstraint(Bottleneck.Variational settings) {
        informationLimit = settings.informationLimit();
        expectation = settings.expectation();
        multiplier =
                new Multiplier(settings.dualAscent(), informationLimit, settings.initialBeta());
    }

    @Override
    public NDArray term(Judgement real, Judgement fake) {
        return times(rate(real, fake).sub((float) informationLimit), multiplier.value());
    }

    @Override
    public NDArray rate(Judgement real, Judgement fake) {
        return expectation.of(real.kl(), fake.kl());
    }

    @Override
    public void update(double rate, double loss) {
        multiplier.update(rate, loss);
    }

    @Override
    public BottleneckReport report(BottleneckReport.Figures figures) {
        return BottleneckReport.of(figures, multiplier.value(), expectation, informationLimit);
    }

    @Override
    public DualAscent.State state() {
        return multiplier.state();
    }

    @Override
    public void restore(DualAscent.State saved) {
        multiplier.restore(saved);
    }
}
