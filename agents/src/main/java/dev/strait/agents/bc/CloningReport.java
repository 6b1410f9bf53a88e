package dev.strait.agents.bc;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One epoch of cloning.
 *
 * @param loss −E[ln π] over the trained pairs, in nats
 * @param heldOutLoss over the held-out pairs, after the epoch
 * @param bestLoss the lowest held-out loss so far
 * @param accuracy share of held-out actions that the most probable choice equals; NaN for
 *     coordinates
 */
public record CloningReport(double loss, double heldOutLoss, double bestLoss, double accuracy) {

    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("bc/loss", loss);
        figures.put("bc/held_out_loss", heldOutLoss);
        figures.put("bc/best_loss", bestLoss);
        figures.put("bc/accuracy", accuracy);
        return figures;
    }
}
