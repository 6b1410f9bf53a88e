package dev.strait.agents.metric.extractor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class StandardisationTest {

    /** 1, 2, 3 has the variance 2/3; what never changes is only moved to 0. */
    @Test
    void shouldTakeEachDimensionByItself() {
        Standardisation found = Standardisation.of(new float[] {1, 7, 2, 7, 3, 7}, 2);

        assertArrayEquals(new float[] {2, 7}, found.mean());
        assertArrayEquals(new float[] {(float) Math.sqrt(1.5), 1}, found.scale(), 1e-6f);
    }
}
