package dev.strait.agents.experiment.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.strait.agents.experiment.Check;
import dev.strait.core.network.Dense;
import dev.strait.core.network.Forward;
import dev.strait.core.network.WeightForm;
import dev.strait.core.objective.Regulariser;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.Seeds;
import dev.strait.core.tensor.TensorEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiracExperimentTest {

    private static DiracGan named(String name) {
        return DiracGans.all().stream()
                .filter(g -> g.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @EachDevice
    void shouldBetrayTheClosedFormEigenvaluesUnderEveryRegulariser(Device device) {
        DiracExperiment.Result result = DiracExperiment.DEFAULT.run(new Seeds(1), device);

        assertEquals(DiracGans.all().size(), result.rows().size());
        for (Check check : result.checks()) {
            assertTrue(check.holds(), check::toString);
        }
    }

    /** All that is sealed has its row; spectral normalisation has none, see the last test. */
    @Test
    void shouldHaveARowForEveryRegulariser() {
        Set<Class<?>> met = new HashSet<>();
        DiracGans.all().forEach(gan -> met.add(gan.regulariser().getClass()));
        List<Class<?>> all =
                new ArrayList<>(Arrays.asList(Regulariser.class.getPermittedSubclasses()));
        all.remove(Regulariser.SpectralNorm.class);
        // Of no trunk there is nothing to drop.
        all.remove(Regulariser.Dropout.class);

        assertEquals(new HashSet<>(all), met);
    }

    /** By hand from the paper: −γ/2 ± √(γ²/4 − ¼), and ±i/2 without a penalty. */
    @Test
    void shouldHaveThePapersEigenvalues() {
        Spectrum free = named("GAN, non-saturating").linear().flow();
        assertEquals(0, free.first().getReal(), 1e-15);
        assertEquals(0.5, free.first().getImaginary(), 1e-15);

        Spectrum penalised = named("R1, γ = 0.3").linear().flow();
        assertEquals(-0.15, penalised.first().getReal(), 1e-15);
        assertEquals(Math.sqrt(0.25 - 0.0225), penalised.first().getImaginary(), 1e-12);

        Spectrum over = named("R1, γ = 2").linear().flow();
        assertEquals(-1 + Math.sqrt(0.75), over.first().getReal(), 1e-12);
        assertEquals(-1 - Math.sqrt(0.75), over.second().getReal(), 1e-12);

        Linearisation critical = named("R1, critical γ = 1").linear();
        assertEquals(critical.criticalDamping(), critical.damping(), 1e-15);
        assertEquals(-0.5, critical.flow().first().getReal(), 1e-12);
        assertEquals(-0.5, critical.flow().second().getReal(), 1e-12);
    }

    /** −σ²/4 ± √(σ⁴/16 − ¼): the paper's instance noise, f″(0) = −¼. */
    @Test
    void shouldDampInstanceNoiseByItsVariance() {
        double variance = 0.49;
        Spectrum noisy = named("instance noise 0.7").linear().flow();

        assertEquals(-variance / 4, noisy.first().getReal(), 1e-12);
        assertEquals(
                Math.sqrt(0.25 - variance * variance / 16), noisy.first().getImaginary(), 1e-12);
    }

    @Test
    void shouldConvergeOnlyWhereSomethingDamps() {
        for (DiracExperiment.Row row :
                DiracExperiment.DEFAULT.run(new Seeds(1), Device.cpu()).rows()) {
            boolean damped = row.gan().linear().damping() > 0 && row.gan().linear().rest() == 0;
            if (damped) {
                assertTrue(row.remaining() < 0.02, row.gan() + " has left " + row.remaining());
            } else {
                assertTrue(row.remaining() > 0.2, row.gan() + " has left " + row.remaining());
            }
        }
    }

    /** The Jacobian of the field by central differences is the linearisation. */
    @Test
    void shouldLinearizeTheFieldThatIsPlayed() {
        double e = 1e-5;
        for (DiracGan gan : DiracGans.all()) {
            Linearisation linear = gan.linear();
            DiracField field = gan.field();
            // WGAN-GP on its side of the kink.
            double psi = linear.rest() == 0 ? 0 : 0.1;
            double theta = linear.rest();
            double byPsi =
                    field.discriminator(theta, psi + e) - field.discriminator(theta, psi - e);
            double byTheta =
                    field.discriminator(theta + e, psi) - field.discriminator(theta - e, psi);
            double pulled = field.generator(theta, psi + e) - field.generator(theta, psi - e);

            assertEquals(-linear.damping(), byPsi / (2 * e), 1e-6, gan.name());
            assertEquals(-linear.coupling(), byTheta / (2 * e), 1e-6, gan.name());
            assertEquals(linear.coupling(), pulled / (2 * e), 1e-6, gan.name());
        }
    }

    /** W / σ(W) of one weight is its sign: whatever its size, the logit is the same. */
    @Test
    void shouldFindNoDiracGanUnderSpectralNormalisation() {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDArray at = manager.create(new float[] {3}, new Shape(1, 1));
            Dense one = Dense.of(1, 1).weightForm(WeightForm.SPECTRAL);
            Set<Float> sizes = new HashSet<>();
            for (int seed = 0; seed < 5; seed++) {
                Forward forward =
                        Forward.inference(one.build(manager, new Seeds(seed).stream("weights")));
                NDArray slope = forward.apply(at).sub(forward.apply(at.zerosLike()));
                sizes.add(Math.abs(Math.round(slope.toFloatArray()[0] * 1e4) / 1e4f));
            }
            assertEquals(Set.of(3f), sizes);
        }
    }
}
