package dev.strait.envs;

import static dev.strait.envs.Require.require;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Several independent discrete choices, one a branch.
 *
 * @param branches number of choices of each branch, each at least 1
 */
public record MultiDiscrete(List<Integer> branches) implements Space {

    public MultiDiscrete {
        branches = List.copyOf(branches);
        require(!branches.isEmpty(), "branches must not be empty");
        for (int n : branches) {
            require(n >= 1, "every branch must have at least 1 choice, but one had %s", n);
        }
    }

    @Override
    public int size() {
        return branches.size();
    }

    @Override
    public boolean contains(double[] values, int offset) {
        for (int i = 0; i < branches.size(); i++) {
            double value = values[offset + i];
            if (!(value >= 0 && value < branches.get(i) && value == Math.rint(value))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void sample(RandomGenerator random, double[] values, int offset) {
        for (int i = 0; i < branches.size(); i++) {
            values[offset + i] = random.nextInt(branches.get(i));
        }
    }
}
