package dev.strait.agents.experiment.toy;

import java.util.Arrays;

/**
 * A discriminator along a line.
 *
 * @param name in legends
 * @param x where it was asked
 * @param logits D's logit or the critic's value, on mean codes
 * @param slopes of the logits along the line
 */
public record Curve(String name, double[] x, double[] logits, double[] slopes) {

    static Curve of(String name, ToyDiscriminator discriminator, double[] x) {
        float[] points = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            points[i] = (float) x[i];
        }
        return new Curve(name, x, discriminator.logits(points, 1), discriminator.slopes(points, 1));
    }

    /** D = sigmoid of the logit. */
    public double[] probabilities() {
        return Arrays.stream(logits).map(l -> 1 / (1 + Math.exp(-l))).toArray();
    }

    /** |∂ ln(1 − D)/∂x| = D · |slope|: what the minimax generator is moved by. */
    public double[] saturatingGradients() {
        double[] probabilities = probabilities();
        double[] gradients = new double[x.length];
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = probabilities[i] * Math.abs(slopes[i]);
        }
        return gradients;
    }

    /** Share of the logits' variance within [low, high] that a straight line explains. */
    double straightness(double low, double high) {
        int count = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] >= low && x[i] <= high) {
                count++;
                sx += x[i];
                sy += logits[i];
                sxx += x[i] * x[i];
                sxy += x[i] * logits[i];
                syy += logits[i] * logits[i];
            }
        }
        double covariance = sxy / count - sx / count * (sy / count);
        double variances =
                (sxx / count - sx / count * (sx / count))
                        * (syy / count - sy / count * (sy / count));
        return covariance * covariance / variances;
    }

    /** The values over their greatest size, for curves of different units in one plot. */
    public static double[] scaled(double[] values) {
        double size = Arrays.stream(values).map(Math::abs).max().orElse(1);
        return Arrays.stream(values).map(v -> v / size).toArray();
    }
}
