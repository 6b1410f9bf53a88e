package dev.strait.envs.physics;

import java.util.Arrays;

/**
 * Finds the acceleration that minimises
 *
 * <p>P(a) = ½ (a − a_s)ᵀ M (a − a_s) + Σ_i ½ D_i min(0, r_i)², r = J a − a_ref,
 *
 * <p>where a_s = M⁻¹ τ is the acceleration without them,
 *
 * <p>by Newton's method from a_s. P is convex and piecewise quadratic: on a piece, that is between
 * changes of which rows push (r_i &lt; 0), a full step is exact. So the method ends with the first
 * full step that changes none; other steps are cut by an exact line search.
 *
 * <p>Row forces are f_i = −D_i min(0, r_i), and at the minimum M (a − a_s) = Jᵀ f. (Starting at a =
 * 0 spares a factorisation and was measured to cost more: a third of an iteration.)
 *
 * <p>Source: Todorov, "Convex and analytically-invertible dynamics with contacts and constraints",
 * ICRA 2014; MuJoCo documentation, "Constraint solver".
 */
final class NewtonSolver {

    private static final int MOST_ITERATIONS = 50;
    private static final double SMALL_GRADIENT = 1e-12;

    /** The minimiser (nv). */
    final double[] acceleration;

    /** Jᵀ f there (nv). */
    final double[] constraintForce;

    /** Newton steps taken. */
    int iterations;

    private final ConstraintRows rows;
    private final int dofs;
    private final TreeMatrix treeHessian;
    private final DenseCholesky denseHessian;
    private final LineSearch lineSearch;

    /** M (a − a_s) = M a − τ. */
    private final double[] inertial;

    private final double[] direction;
    private final double[] inertialDirection;

    /** J · direction. */
    private double[] slope = new double[0];

    NewtonSolver(TreeMatrix shape, ConstraintRows rows, int dofs) {
        this.rows = rows;
        this.dofs = dofs;
        treeHessian = shape.sameShape();
        denseHessian = new DenseCholesky(dofs);
        lineSearch = new LineSearch(rows);
        acceleration = new double[dofs];
        constraintForce = new double[dofs];
        inertial = new double[dofs];
        direction = new double[dofs];
        inertialDirection = new double[dofs];
    }

    /**
     * Solves from a_s.
     *
     * @param system M, not factorised
     * @param smooth τ, the forces without constraints (nv)
     */
    void solve(TreeMatrix system, double[] smooth) {
        begin();
        System.arraycopy(smooth, 0, acceleration, 0, dofs);
        treeHessian.copyFrom(system);
        treeHessian.factoriseAndSolve(acceleration);
        if (!anyPushes()) {
            Arrays.fill(rows.force, 0, rows.count, 0);
            return;
        }
        Arrays.fill(inertial, 0);
        descend(system);
    }

    /**
     * Solves from a guess: where the same rows push there as at the minimum, one factorisation is
     * enough. The rest as {@link #solve}.
     *
     * @param guess (nv), may be {@link #acceleration}
     */
    void solveFrom(double[] guess, TreeMatrix system, double[] smooth) {
        if (rows.count == 0) {
            solve(system, smooth);
            return;
        }
        system.multiply(guess, inertial);
        for (int i = 0; i < dofs; i++) {
            inertial[i] -= smooth[i];
        }
        solveFrom(guess, inertial, system);
    }

    /**
     * Solves from a guess at which M a − τ is known already.
     *
     * @param imbalance M · guess − τ (nv)
     */
    void solveFrom(double[] guess, double[] imbalance, TreeMatrix system) {
        begin();
        for (int i = 0; i < dofs; i++) {
            acceleration[i] = guess[i];
            inertial[i] = imbalance[i];
        }
        anyPushes();
        descend(system);
    }

    /** Sets the residuals; whether any row pushes. */
    private boolean anyPushes() {
        boolean pushes = false;
        for (int row = 0; row < rows.count; row++) {
            rows.residual[row] = rows.dot(row, acceleration) - rows.reference[row];
            pushes |= rows.residual[row] < 0;
        }
        return pushes;
    }

    private void descend(TreeMatrix system) {
        applyForces();
        if (slope.length < rows.count) {
            slope = new double[rows.residual.length];
        }
        double scale = 0;
        while (iterations < MOST_ITERATIONS) {
            if (iterations > 0) {
                scale = scale > 0 ? scale : 1 / system.trace();
                if (gradientNorm() * scale < SMALL_GRADIENT) {
                    return;
                }
            }
            iterations++;
            newtonDirection(system);
            if (fullStepKeepsPiece()) {
                advance(1);
                applyForces();
                return;
            }
            system.multiply(direction, inertialDirection);
            double length =
                    lineSearch.minimise(
                            slope, dot(direction, inertial), dot(direction, inertialDirection));
            advance(length);
            for (int i = 0; i < dofs; i++) {
                inertial[i] += length * inertialDirection[i];
            }
            applyForces();
        }
    }

    /** No forces and no iterations yet. */
    void begin() {
        iterations = 0;
        Arrays.fill(constraintForce, 0);
    }

    /** f and Jᵀ f from the residuals. */
    private void applyForces() {
        Arrays.fill(constraintForce, 0);
        for (int row = 0; row < rows.count; row++) {
            double residual = rows.residual[row];
            if (residual < 0) {
                double force = -rows.weight[row] * residual;
                rows.force[row] = force;
                rows.addTransposed(row, force, constraintForce);
            } else {
                rows.force[row] = 0;
            }
        }
    }

    private double gradientNorm() {
        double square = 0;
        for (int i = 0; i < dofs; i++) {
            double g = inertial[i] - constraintForce[i];
            square += g * g;
        }
        return Math.sqrt(square);
    }

    /** direction = −H⁻¹ g, H = M + Σ over pushing rows D Jᵀ J. */
    private void newtonDirection(TreeMatrix system) {
        boolean branched = false;
        for (int row = 0; row < rows.count; row++) {
            branched |= rows.residual[row] < 0 && rows.branched(row);
        }
        for (int i = 0; i < dofs; i++) {
            direction[i] = constraintForce[i] - inertial[i];
        }
        if (branched) {
            denseHessian.copyFrom(system);
            for (int row = 0; row < rows.count; row++) {
                if (rows.residual[row] < 0) {
                    denseHessian.addOuterProduct(
                            rows.weight[row],
                            rows.column,
                            rows.support[row],
                            rows.jacobian,
                            row * dofs,
                            rows.length[row]);
                }
            }
            denseHessian.factorise();
            denseHessian.solve(direction);
        } else {
            treeHessian.copyFrom(system);
            for (int row = 0; row < rows.count; row++) {
                if (rows.residual[row] < 0) {
                    treeHessian.addOuterProduct(
                            rows.weight[row],
                            rows.support[row],
                            rows.jacobian,
                            row * dofs,
                            rows.length[row]);
                }
            }
            treeHessian.factoriseAndSolve(direction);
        }
    }

    /** Sets the slopes and says whether the same rows push after a full step. */
    private boolean fullStepKeepsPiece() {
        boolean same = true;
        for (int row = 0; row < rows.count; row++) {
            double change = rows.dot(row, direction);
            slope[row] = change;
            same &= rows.residual[row] < 0 == rows.residual[row] + change < 0;
        }
        return same;
    }

    private void advance(double length) {
        for (int i = 0; i < dofs; i++) {
            acceleration[i] += length * direction[i];
        }
        for (int row = 0; row < rows.count; row++) {
            rows.residual[row] += length * slope[row];
        }
    }

    private double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < dofs; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
