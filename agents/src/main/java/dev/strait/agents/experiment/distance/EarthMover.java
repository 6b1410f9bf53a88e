package dev.strait.agents.experiment.distance;

import static dev.strait.core.Require.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Heaps of earth at places 1, 2, 3, …, and the least work, shovels times places, that makes one row
 * of heaps into another.
 *
 * @param from shovels at each place
 * @param to as many in all
 */
public record EarthMover(double[] from, double[] to) {

    /** The textbook's rows, (3, 2, 1, 4) into (1, 2, 4, 3): five shovels of work. */
    public static final EarthMover TEXTBOOK =
            new EarthMover(new double[] {3, 2, 1, 4}, new double[] {1, 2, 4, 3});

    public EarthMover {
        require(
                from.length == to.length && from.length >= 1,
                "both rows must have as many places, but had %s and %s",
                from.length,
                to.length);
        double missing = Arrays.stream(from).sum() - Arrays.stream(to).sum();
        require(
                Math.abs(missing) <= 1e-9,
                "both rows must hold as much earth, but differ by %s",
                missing);
    }

    /** Σ |running difference|: what is carried from each place to the next. */
    public double work() {
        double carried = 0;
        double work = 0;
        for (int i = 0; i < from.length; i++) {
            carried += from[i] - to[i];
            work += Math.abs(carried);
        }
        return work;
    }

    /**
     * The same by its definition: the cheapest plan Π ≥ 0 whose rows sum to {@code from} and whose
     * columns to {@code to}, by the simplex method.
     *
     * @return shovels from each place (row) to each place (column)
     */
    public double[][] plan() {
        int n = from.length;
        double[] cost = new double[n * n];
        List<LinearConstraint> sums = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double[] row = new double[n * n];
            double[] column = new double[n * n];
            for (int j = 0; j < n; j++) {
                cost[i * n + j] = Math.abs(i - j);
                row[i * n + j] = 1;
                column[j * n + i] = 1;
            }
            sums.add(new LinearConstraint(row, Relationship.EQ, from[i]));
            sums.add(new LinearConstraint(column, Relationship.EQ, to[i]));
        }
        double[] solution =
                new SimplexSolver()
                        .optimize(
                                new LinearObjectiveFunction(cost, 0),
                                new LinearConstraintSet(sums),
                                GoalType.MINIMIZE,
                                new NonNegativeConstraint(true))
                        .getPoint();
        double[][] plan = new double[n][];
        for (int i = 0; i < n; i++) {
            plan[i] = Arrays.copyOfRange(solution, i * n, (i + 1) * n);
        }
        return plan;
    }

    /** Work of a plan. */
    public static double work(double[][] plan) {
        double work = 0;
        for (int i = 0; i < plan.length; i++) {
            for (int j = 0; j < plan.length; j++) {
                work += plan[i][j] * Math.abs(i - j);
            }
        }
        return work;
    }
}
