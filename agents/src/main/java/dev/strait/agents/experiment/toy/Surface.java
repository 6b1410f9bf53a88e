package dev.strait.agents.experiment.toy;

/**
 * A discriminator over a square of the plane.
 *
 * @param informationLimit I_c in nats
 * @param reach the square is [−reach, reach]²
 * @param size places a side
 * @param probabilities D on mean codes, (size · size), rows from the lowest y up
 * @param rate E[KL] in nats, on fresh samples
 * @param accuracy on sampled codes
 * @param accuracyCap the most that the measured rate permits
 * @param steepest greatest |∂D/∂x| along the first axis
 * @param bandWidth how much of the first axis within the square has D between ¼ and ¾; all of it
 *     where the code is too narrow for more certainty
 */
public record Surface(
        double informationLimit,
        double reach,
        int size,
        double[] probabilities,
        double rate,
        double accuracy,
        double accuracyCap,
        double steepest,
        double bandWidth) {

    /** Where column or row i lies. */
    static double place(int i, int size, double reach) {
        return reach * (2.0 * i / (size - 1) - 1);
    }
}
