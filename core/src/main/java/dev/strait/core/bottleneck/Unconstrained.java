package dev.strait.core.bottleneck;

import ai.djl.ndarray.NDArray;

/** No constraint: the term is zero and β stays 0. */
final class Unconstrained implements Constraint {

    private static final DualAscent.State NOTHING = DualAscent.State.of(0);

    @Override
    public NDArray term(Judgement real, Judgement fake) {
        return real.logits().getManager().create(0f);
    }

    @Override
    public NDArray rate(Judgement real, Judgement fake) {
        return term(real, fake);
    }

    @Override
    public void update(double rate, double loss) {
        // There is no β to move.
    }

    @Override
    public BottleneckReport report(BottleneckReport.Figures figures) {
        return BottleneckReport.unlimited(figures);
    }

    @Override
    public DualAscent.State state() {
        return NOTHING;
    }

    @Override
    public void restore(DualAscent.State saved) {
        // Nothing was saved.
    }
}
