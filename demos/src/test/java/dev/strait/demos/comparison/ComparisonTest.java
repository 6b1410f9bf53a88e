package dev.strait.demos.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.agents.imitation.ImitationRecipes;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.demos.configuration.Configuration;
import dev.strait.demos.imitation.ImitationRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final Contender GAIL = Contender.of(ImitationRecipes.GAIL);

    private static final Contender FIXED =
            Contender.parse(
                    "fixed-0.3: vail  discriminator.bottleneck.dualAscent=Fixed"
                            + " discriminator.bottleneck.initialBeta=0.3");

    private static final Comparison.Subject CART_POLE =
            new Comparison.Subject("CartPole-v1", Optional.empty());

    private static final Comparison.Subject PENDULUM =
            new Comparison.Subject("Pendulum-v1", Optional.of("/data/expert.npz"));

    private static Comparison comparison() {
        return Comparison.of(
                List.of(GAIL, FIXED), List.of(CART_POLE, PENDULUM), List.of("ppo.epochs=3"));
    }

    @Test
    void shouldFinishASeedOfAllBeforeTheNext() {
        List<Comparison.Cell> cells = comparison().cells();
        assertEquals(2 * 2 * 3, cells.size());
        assertEquals(new Comparison.Cell(GAIL, CART_POLE, 0), cells.get(0));
        assertEquals(new Comparison.Cell(FIXED, PENDULUM, 0), cells.get(3));
        assertEquals(new Comparison.Cell(GAIL, CART_POLE, 1), cells.get(4));
    }

    @Test
    void shouldAskForWhatImitateWouldHaveBeenAskedFor() {
        ImitationRun asked = comparison().imitation(new Comparison.Cell(FIXED, PENDULUM, 7));
        assertEquals("vail", asked.algorithm());
        assertEquals("Pendulum-v1", asked.environment());
        assertEquals(Optional.of("/data/expert.npz"), asked.demonstrations());
        assertEquals(7, asked.seed());
        assertEquals(3, asked.ppo().epochs());
        Bottleneck.Variational bottleneck =
                (Bottleneck.Variational) asked.discriminator().bottleneck();
        assertEquals(new DualAscent.Fixed(), bottleneck.dualAscent());
        assertEquals(0.3, bottleneck.initialBeta());
        long preset = ImitationRun.preset(ImitationRecipes.VAIL, "Pendulum-v1").steps();
        assertEquals(preset, asked.steps(), "the preset's budget where none is given");
    }

    @Test
    void shouldBeReadBackFromItsConfiguration(@TempDir Path folder) throws Exception {
        Comparison asked =
                Configuration.startingFrom(comparison())
                        .withOption("--steps", "steps", "1e4")
                        .withOption("--seconds", "seconds", "2.5")
                        .value();
        assertEquals("10,000 steps or 2.5 s of the processor", asked.budget());
        Path file = Files.writeString(folder.resolve("a.yaml"), Configuration.yaml(asked));
        Comparison other = Comparison.of(List.of(GAIL), List.of(CART_POLE), List.of());
        assertEquals(asked, Configuration.startingFrom(other).withFile(file).value());
    }

    @ParameterizedTest
    @CsvSource({
        "CartPole-v1, CartPole-v1",
        "strait/CartPoleFixed-v1, strait-CartPoleFixed-v1",
        "PlanarBiped-v0:walk, PlanarBiped-v0-walk",
        "PlanarBiped-v0:/a b/humanoid3d_run.txt, PlanarBiped-v0-humanoid3d_run.txt",
        "PlanarBiped-v0:/a/my clip.bvh, PlanarBiped-v0-my-clip.bvh",
    })
    void shouldNameFoldersByWorldAndClip(String id, String name) {
        assertEquals(name, new Comparison.Subject(id, Optional.empty()).folderName());
    }

    @ParameterizedTest
    @CsvSource({
        "Pendulum-v1, Pendulum-v1",
        "strait/CartPoleFixed-v1, strait/CartPoleFixed-v1",
        "PlanarBiped-v0:run, PlanarBiped-v0:run",
        "PlanarBiped-v0:/a/b/walk.txt, PlanarBiped-v0:walk.txt",
    })
    void shouldNameClipsWithoutTheirFolders(String id, String name) {
        assertEquals(name, new Comparison.Subject(id, Optional.empty()).name());
    }

    @ParameterizedTest
    @CsvSource({
        "vail, takes 'LABEL: RECIPE KEY=VALUE",
        "a b: vail, a label is at most",
        "../x: vail, a label is at most",
        "x: vial, did you mean 'vail'",
    })
    void shouldRefuseVariantsThatAreNone(String text, String complaint) {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> Contender.parse(text));
        assertTrue(refused.getMessage().contains(complaint), refused.getMessage());
    }

    @Test
    void shouldRefuseTwoOfOneName() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Comparison.of(List.of(GAIL, GAIL), List.of(CART_POLE), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Comparison.of(List.of(GAIL), List.of(CART_POLE, CART_POLE), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Comparison.of(List.of(), List.of(CART_POLE), List.of()));
    }
}
