package dev.strait.envs;

import static dev.strait.envs.Require.require;

import java.util.random.RandomGenerator;

/**
 * The integers {@code 0 .. n-1}.
 *
 * @param n number of choices, at least 1
 */
public record Discrete(int n) implements Space {

    public Discrete {
        require(n >= 1, "n must be at least 1, but was %s", n);
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public boolean contains(double[] values, int offset) {
        double value = values[offset];
        return value >= 0 && value < n && value == Math.rint(value);
    }

    @Override
    public void sample(RandomGenerator random, double[] values, int offset) {
        values[offset] = random.nextInt(n);
    }
}
