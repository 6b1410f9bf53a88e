package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.Device;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.Optimiser;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.image.Augmentation;
import dev.strait.envs.image.DrawnDigits;
import dev.strait.envs.image.ImageBatches;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** InfoGAN on pictures, where views differ from samples. */
class ViewedTrainingTest {

    private static final ChoiceView MOVED = new ChoiceView.RandomAffine(0.5, 0.3);
    private static final Optimiser STILL = Adam.of(1e-30);
    private static final Optimiser MOVES = Adam.of(1e-3);

    private static GanTraining training(ChoiceView view, Optimiser ofD, Optimiser ofG) {
        GanSettings settings = SmallGans.settings(GanRecipes.INFOGAN);
        return new GanTraining(
                settings.tricks(settings.tricks().choiceView(view))
                        .pace(settings.pace().optimisers(ofD, ofG)),
                ImageBatches.of(new DrawnDigits(1, 64), 8, 1, Augmentation.none()),
                Device.cpu(),
                new Seeds(3));
    }

    /** The first step tells the same numbers, but another choice; and either player feels it. */
    @ParameterizedTest
    @ValueSource(strings = {"discriminator", "generator"})
    void shouldTeachBothPlayersByTheViewOfTheChoiceAlone(String player) {
        boolean judge = player.equals("discriminator");
        Optimiser ofD = judge ? MOVES : STILL;
        Optimiser ofG = judge ? STILL : MOVES;
        try (GanTraining plain = training(new ChoiceView.AsIs(), ofD, ofG);
                GanTraining moved = training(MOVED, ofD, ofG)) {
            Map<String, Double> one = plain.round().figures();
            Map<String, Double> other = moved.round().figures();
            assertEquals(one.get("codes/squared_error"), other.get("codes/squared_error"), 1e-6);
            assertEquals(one.get("codes/real_entropy"), other.get("codes/real_entropy"), 1e-6);
            assertNotEquals(one.get("codes/bound"), other.get("codes/bound"), 1e-6);
            String learned = player + ".parameters";
            assertNotEquals(
                    SmallGans.arrays(SmallGans.after(0, plain)).get(learned),
                    SmallGans.arrays(SmallGans.after(0, moved)).get(learned));
        }
    }

    @Test
    void shouldGoOnAsIfItHadNeverStopped() {
        try (GanTraining never = training(MOVED, MOVES, MOVES);
                GanTraining resumed = training(MOVED, MOVES, MOVES)) {
            resumed.restore(SmallGans.after(2, never));
            assertEquals(
                    SmallGans.arrays(SmallGans.after(2, never)),
                    SmallGans.arrays(SmallGans.after(2, resumed)));
        }
    }
}
