package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

/** How many steps the discriminator takes before a step of the generator. */
public sealed interface CriticSchedule {

    /**
     * Steps of the discriminator.
     *
     * @param generatorStep number of the generator's step, from 0
     */
    int steps(long generatorStep);

    /**
     * Always as many.
     *
     * @param count at least 1
     */
    record Constant(int count) implements CriticSchedule {

        public Constant {
            require(count >= 1, "count must be at least 1, but was %s", count);
        }

        @Override
        public int steps(long generatorStep) {
            return count;
        }
    }

    /**
     * A few, but many at the start and every so often: WGAN's code, which wants its critic near its
     * best.
     *
     * @param few else
     * @param many in the first steps of the generator, and in every so-many-th
     * @param first how many first steps
     * @param every from one such step to the next
     */
    record Bursts(int few, int many, int first, int every) implements CriticSchedule {

        /** 5, but 100 in the first 25 and every 500th (Arjovsky et al. 2017, the authors' code). */
        public static final Bursts WGAN = new Bursts(5, 100, 25, 500);

        /** {@link #WGAN}. */
        public static Bursts defaults() {
            return WGAN;
        }

        public Bursts {
            require(few >= 1 && many >= 1, "steps must be at least 1: %s and %s", few, many);
            require(first >= 0, "first must be at least 0, but was %s", first);
            require(every >= 1, "every must be at least 1, but was %s", every);
        }

        @Override
        public int steps(long generatorStep) {
            return generatorStep < first || generatorStep % every == 0 ? many : few;
        }
    }
}
