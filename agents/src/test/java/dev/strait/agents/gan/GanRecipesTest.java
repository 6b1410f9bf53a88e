package dev.strait.agents.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.CodePath;
import dev.strait.core.gradient.Adam;
import dev.strait.core.gradient.RmsProp;
import dev.strait.core.objective.Objective;
import dev.strait.core.objective.Regulariser;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One assertion a row, and that a row changes nothing else. */
class GanRecipesTest {

    private static final Game PLAIN = Game.GAN;
    private static final Bottleneck NARROW = SmallGans.CHOICES.bottleneck();
    private static final Regulariser R1 = new Regulariser.R1(1);
    private static final Regulariser BOTH = Regulariser.All.of(R1, new Regulariser.R2(1));
    private static final Regulariser SPECTRAL = new Regulariser.SpectralNorm();
    private static final Objective PAIRED = new Objective.RelativisticPaired();

    private static Objective average(Objective of) {
        return new Objective.RelativisticAverage(of);
    }

    private static Map<GanRecipes, Game> games() {
        Map<GanRecipes, Game> games = new EnumMap<>(GanRecipes.class);
        games.put(GanRecipes.GAN_MINIMAX, PLAIN.objective(new Objective.Minimax()));
        games.put(GanRecipes.GAN, PLAIN);
        games.put(GanRecipes.DCGAN, PLAIN);
        games.put(GanRecipes.LSGAN, PLAIN.objective(new Objective.LeastSquares(0, 1, 1)));
        games.put(GanRecipes.HINGE, PLAIN.objective(new Objective.Hinge()));
        Game critic = PLAIN.objective(new Objective.Wasserstein());
        games.put(GanRecipes.WGAN, critic.regulariser(new Regulariser.WeightClipping(0.01)));
        games.put(GanRecipes.WGAN_GP, critic.regulariser(new Regulariser.OneCentred(0.1)));
        games.put(GanRecipes.R1, PLAIN.regulariser(R1));
        games.put(GanRecipes.R1_R2, PLAIN.regulariser(BOTH));
        games.put(GanRecipes.SN_GAN, PLAIN.objective(new Objective.Hinge()).regulariser(SPECTRAL));
        games.put(GanRecipes.RSGAN, PLAIN.objective(PAIRED));
        games.put(GanRecipes.RASGAN, PLAIN.objective(average(new Objective.NonSaturating())));
        games.put(GanRecipes.RAHINGE, PLAIN.objective(average(new Objective.Hinge())));
        games.put(GanRecipes.RALS, PLAIN.objective(average(new Objective.LeastSquares(-1, 1, 1))));
        games.put(
                GanRecipes.T_GAN,
                new Game(
                        new Objective.Symmetric(new Objective.NonSaturating()),
                        SPECTRAL,
                        new Bottleneck.None(),
                        CodePath.MEAN,
                        Sight.ORDERED_PAIR));
        games.put(GanRecipes.R3GAN, PLAIN.objective(PAIRED).regulariser(BOTH));
        games.put(GanRecipes.INFOGAN, PLAIN);
        games.put(GanRecipes.VGAN, PLAIN.bottleneck(NARROW));
        games.put(GanRecipes.VGAN_GP, PLAIN.bottleneck(NARROW).regulariser(R1));
        games.put(GanRecipes.VGAN_SN, PLAIN.bottleneck(NARROW).regulariser(SPECTRAL));
        games.put(GanRecipes.INFOGAN_VDB, PLAIN.bottleneck(NARROW));
        games.put(GanRecipes.INSTANCE_NOISE, PLAIN.regulariser(new Regulariser.InstanceNoise(0.1)));
        return games;
    }

    @ParameterizedTest
    @EnumSource
    void shouldPlayTheGameOfItsRow(GanRecipes recipe) {
        assertEquals(games().get(recipe), recipe.of(SmallGans.BASE, SmallGans.CHOICES).game());
    }

    @Test
    void shouldLeaveThePaceToTheDataExceptForCriticsAndCodes() {
        Set<GanRecipes> own =
                EnumSet.of(
                        GanRecipes.WGAN,
                        GanRecipes.WGAN_GP,
                        GanRecipes.INFOGAN,
                        GanRecipes.INFOGAN_VDB);
        for (GanRecipes recipe : EnumSet.complementOf(EnumSet.copyOf(own))) {
            assertEquals(
                    SmallGans.BASE.pace(),
                    recipe.of(SmallGans.BASE, SmallGans.CHOICES).pace(),
                    recipe.id());
        }
        Pace clipped = GanRecipes.WGAN.of(SmallGans.BASE, SmallGans.CHOICES).pace();
        assertEquals(new CriticSchedule.Bursts(5, 100, 25, 500), clipped.critic());
        assertEquals(RmsProp.of(5e-5), clipped.discriminator());
        assertEquals(RmsProp.of(5e-5), clipped.generator());
        Pace penalised = GanRecipes.WGAN_GP.of(SmallGans.BASE, SmallGans.CHOICES).pace();
        assertEquals(new CriticSchedule.Constant(5), penalised.critic());
        assertEquals(new Adam(1e-4, 0, 0.9, 1e-8, 0), penalised.discriminator());
        GanSettings recognised = GanRecipes.INFOGAN.of(SmallGans.BASE, SmallGans.CHOICES);
        assertEquals(new Latent(4, Latent.Prior.UNIFORM), recognised.latent());
        assertEquals(SmallGans.BASE.pace(), recognised.pace());
        assertEquals(
                SmallGans.BASE.tricks().choiceView(SmallGans.CHOICES.choiceView()),
                recognised.tricks());
    }

    @Test
    void shouldHaveCodesInTheTwoInfoGansAlone() {
        for (GanRecipes recipe : GanRecipes.values()) {
            boolean told = recipe.of(SmallGans.BASE, SmallGans.CHOICES).codes().size() > 0;
            assertEquals(
                    recipe == GanRecipes.INFOGAN || recipe == GanRecipes.INFOGAN_VDB,
                    told,
                    recipe.id());
        }
    }

    @Test
    void shouldBeFoundByTheirNames() {
        assertEquals(GanRecipes.VGAN_GP, GanRecipes.named("vgan-gp"));
        assertEquals(GanRecipes.VGAN_GP, GanRecipes.named("VGAN_GP"));
        assertEquals("vgan-gp", GanRecipes.VGAN_GP.id());
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> GanRecipes.named("vgan-pg"));
        assertTrue(refused.getMessage().contains("vgan-gp"), refused.getMessage());
    }

    @Test
    void shouldStepAsWgansCodeDoes() {
        CriticSchedule wgan = CriticSchedule.Bursts.WGAN;
        assertEquals(100, wgan.steps(0));
        assertEquals(100, wgan.steps(24));
        assertEquals(5, wgan.steps(25));
        assertEquals(5, wgan.steps(499));
        assertEquals(100, wgan.steps(500));
        assertEquals(5, wgan.steps(501));
    }

    @Test
    void shouldRefuseSettingsThatDoNotGoTogether() {
        GanSettings pairs = GanRecipes.T_GAN.of(SmallGans.BASE, SmallGans.CHOICES);
        assertThrows(IllegalArgumentException.class, () -> pairs.codes(SmallGans.CHOICES.codes()));
        assertThrows(IllegalArgumentException.class, () -> new Codes.InfoCodes(1, 0, 1, 1, 8));
        assertThrows(
                IllegalArgumentException.class, () -> new Codes.InfoCodes(3, 0, Double.NaN, 1, 8));
        assertThrows(IllegalArgumentException.class, () -> new CriticSchedule.Constant(0));
        assertThrows(IllegalArgumentException.class, () -> Tricks.NONE.averaging(1));
        assertThrows(IllegalArgumentException.class, () -> Tricks.NONE.averaging(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> SmallGans.BASE.pace().finalRate(2));
        for (double share : new double[] {0, 2, Double.NaN}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> SmallGans.BASE.pace().finalStrength(share));
        }
    }
}
