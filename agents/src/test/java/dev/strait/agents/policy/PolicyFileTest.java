package dev.strait.agents.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.strait.core.checkpoint.Safetensors;
import dev.strait.core.gradient.InPlace;
import dev.strait.core.network.Activation;
import dev.strait.core.network.BlockState;
import dev.strait.core.tensor.EachDevice;
import dev.strait.core.tensor.SeedStream;
import dev.strait.core.tensor.TensorEngine;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyFileTest {

    private static final Box SEEN =
            Box.of(
                    new double[] {-2, Double.NEGATIVE_INFINITY, 0},
                    new double[] {2, Double.POSITIVE_INFINITY, 5});
    private static final Box BOX = Box.of(new double[] {-2, 0}, new double[] {2, 1});
    private static final Map<String, Object> PROVENANCE =
            Map.of("algorithm", "vail", "seed", 3, "returns", List.of(1.5, 2.5));

    @TempDir private Path folder;

    private static PolicySettings settings(Activation activation, boolean squash, boolean norm) {
        return new PolicySettings(List.of(7, 5), activation, -0.3, squash, norm);
    }

    /** A policy with large weights and moments of its own. */
    private static Policy policy(Space actions, PolicySettings settings, Device device) {
        SeedStream random = new SeedStream(8);
        Policy policy = Policy.of(SEEN, actions, settings, TensorEngine.newManager(device), random);
        try (NDManager scope = policy.manager().newSubManager()) {
            BlockState.all(policy.block())
                    .forEach(
                            (name, array) -> {
                                float[] values = new float[(int) array.size()];
                                for (int i = 0; i < values.length; i++) {
                                    values[i] = (float) (0.7 * random.nextGaussian());
                                }
                                InPlace.assign(array, scope.create(values, array.getShape()));
                            });
        }
        policy.normaliser().update(random.doubles(30, -1, 4).toArray());
        return policy;
    }

    private static double[] mode(Policy policy, double... observation) {
        float[] seen = new float[observation.length];
        double[] choice = new double[policy.actionSpace().size()];
        policy.see(observation, seen);
        policy.mode(seen, choice);
        policy.toActions(choice, choice);
        return choice;
    }

    private void saved() throws IOException {
        try (Policy policy = policy(BOX, settings(Activation.TANH, false, true), Device.cpu())) {
            PolicyFile.save(folder, policy, "CartPole-v1", PROVENANCE);
        }
    }

    @EachDevice
    void shouldGiveTheEnginesPolicyBackToTheBit(Device device) throws IOException {
        for (Space actions :
                List.of(BOX, new Discrete(4), new MultiDiscrete(List.of(3, 2)), SEEN)) {
            for (boolean on : new boolean[] {false, true}) {
                PolicySettings settings = settings(Activation.RELU, on, on);
                try (Policy policy = policy(actions, settings, device)) {
                    PolicyFile.save(folder, policy, "CartPole-v1", Map.of());
                    try (Policy loaded = PolicyFile.load(folder, device)) {
                        assertEquals(settings, loaded.settings());
                        assertEquals(actions, loaded.actionSpace());
                        assertEquals(SEEN, loaded.observationSpace());
                        var own = BlockState.all(policy.block());
                        BlockState.all(loaded.block())
                                .forEach(
                                        (name, array) ->
                                                assertArrayEquals(
                                                        own.get(name).toFloatArray(),
                                                        array.toFloatArray(),
                                                        name));
                        double[] observation = {0.3, -0.9, 1.7};
                        assertArrayEquals(mode(policy, observation), mode(loaded, observation));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldActWithoutTheEngineAsWithIt(Activation activation) throws IOException {
        SeedStream random = new SeedStream(1);
        for (boolean on : new boolean[] {false, true}) {
            try (Policy policy = policy(BOX, settings(activation, on, on), Device.cpu())) {
                PolicyFile.save(folder, policy, "CartPole-v1", Map.of());
                DensePolicy dense = DensePolicy.load(folder);
                for (int i = 0; i < 200; i++) {
                    double[] observation = random.doubles(3, -4, 6).toArray();
                    assertArrayEquals(mode(policy, observation), dense.act(observation), 1e-5);
                }
            }
        }
    }

    @Test
    void shouldChooseTheSameIndicesWithoutTheEngine() throws IOException {
        SeedStream random = new SeedStream(1);
        Space actions = new MultiDiscrete(List.of(3, 2));
        try (Policy policy =
                policy(actions, settings(Activation.TANH, false, true), Device.cpu())) {
            PolicyFile.save(folder, policy, "CartPole-v1", Map.of());
            DensePolicy dense = DensePolicy.load(folder.resolve("policy.json"));
            for (int i = 0; i < 200; i++) {
                double[] observation = random.doubles(3, -4, 6).toArray();
                assertArrayEquals(mode(policy, observation), dense.act(observation));
            }
        }
    }

    @Test
    void shouldNeedNoClassOfTheEngine() throws Exception {
        saved();
        double[] observation = {0.3, -0.9, 1.7};
        double[] expected = DensePolicy.load(folder).act(observation);
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.contains("djl") && !entry.contains("pytorch")) {
                classPath.add(Path.of(entry).toUri().toURL());
            }
        }
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath.toArray(URL[]::new), platform)) {
            assertThrows(
                    ClassNotFoundException.class, () -> loader.loadClass("ai.djl.ndarray.NDArray"));
            Class<?> dense = loader.loadClass(DensePolicy.class.getName());
            Method load = method(dense, "load");
            Object policy = load.invoke(null, folder);
            Object action = method(dense, "act").invoke(policy, (Object) observation);
            assertArrayEquals(expected, (double[]) action);
        }
    }

    private static Method method(Class<?> of, String name) {
        return Arrays.stream(of.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldNameTheWeightsByLayer() throws IOException {
        saved();
        Safetensors file = Safetensors.read(folder.resolve("policy.safetensors"));
        assertEquals(
                Set.of(
                        "layer1.weight",
                        "layer1.bias",
                        "layer2.weight",
                        "layer2.bias",
                        "layer3.weight",
                        "layer3.bias",
                        "logStd"),
                file.tensors().keySet());
        assertArrayEquals(new long[] {7, 3}, file.tensors().get("layer1.weight").shape());
    }

    @Test
    void shouldKeepTheWorldAndTheProvenance() throws IOException {
        saved();
        SavedPolicy read = SavedPolicy.read(folder.resolve("policy.safetensors"));
        assertEquals("CartPole-v1", read.description().environment());
        assertEquals(PROVENANCE, read.description().provenance());
        assertEquals("CartPole-v1", DensePolicy.load(folder).environment());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\" : 1 | \"format\" : 2 | format 2",
                "\"format\" : 1 | \"form\" : 1 | no 'format'",
                "\"TANH\" | \"SINE\" | activation 'SINE' is not among",
                "\"squash\" : false | \"squash\" : 0 | 'squash' must be true or false",
                "[ 7, 5 ] | [ 7, 6 ] | 'layer2.weight' must be F32 [6, 7], but was F32 [5, 7]",
                "[ 7, 5 ] | [ 7 ] | 'layer2.weight' must be",
                "[ 7, 5 ] | [ 7, \"5\" ] | 'hidden' must be a list of whole numbers",
                "[ 7, 5 ] | [ 7, -5 ] | hidden sizes must be at least 1",
                "\"type\" : \"box\" | \"type\" : \"ball\" | but was 'ball'",
                "-Infinity | Nowhere | 'low' must be a list of numbers",
                "\"clip\" : 10.0 | \"clip\" : 5.0 | the normaliser has",
                "\"variance\" : [ | \"variance\" : [ 1.0, | 3 means and 4 variances",
                "\"provenance\" : { | \"provenance\" : 3, \"x\" : { | 'provenance' must be an",
                "\"weightsSha256\" : \" | \"weightsSha256\" : \"0 | not the weights",
            })
    void shouldRefuseAWrongDescriptionInOneLine(String from, String to, String complaint)
            throws IOException {
        saved();
        Path text = folder.resolve("policy.json");
        String before = Files.readString(text);
        assertTrue(before.contains(from), before);
        Files.writeString(text, before.replace(from, to));
        assertRefused(complaint);
    }

    private void assertRefused(String complaint) {
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> DensePolicy.load(folder));
        String message = refused.getMessage();
        assertTrue(message.contains(complaint), message);
        assertTrue(message.startsWith(folder.resolve("policy").toString()), message);
        assertFalse(message.contains("\n"), message);
        assertThrows(IllegalArgumentException.class, () -> PolicyFile.load(folder, Device.cpu()));
    }

    @Test
    void shouldRefuseATextThatWasCutAnywhere() throws IOException {
        saved();
        Path text = folder.resolve("policy.json");
        byte[] whole = Files.readAllBytes(text);
        for (int length = 0; length < whole.length - 1; length += 7) {
            Files.write(text, Arrays.copyOf(whole, length));
            assertRefused("");
        }
    }

    @Test
    void shouldRefuseWeightsThatWereCutAnywhere() throws IOException {
        saved();
        Path weights = folder.resolve("policy.safetensors");
        byte[] whole = Files.readAllBytes(weights);
        for (int length = 0; length < whole.length; length += 37) {
            Files.write(weights, Arrays.copyOf(whole, length));
            assertRefused("");
        }
    }

    @Test
    void shouldRefuseTheWeightsOfAnotherPolicy() throws IOException {
        saved();
        Path weights = folder.resolve("policy.safetensors");
        byte[] whole = Files.readAllBytes(weights);
        whole[whole.length - 1] ^= 1;
        Files.write(weights, whole);
        assertRefused("not the weights that were saved with");
    }

    @Test
    void shouldRefuseAMissingHalf() throws IOException {
        saved();
        Files.delete(folder.resolve("policy.safetensors"));
        assertRefused("no such file");
    }

    @Test
    void shouldRefuseAnObservationOfAnotherSize() throws IOException {
        saved();
        DensePolicy policy = DensePolicy.load(folder);
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> policy.act(1, 2, 3, 4));
        assertEquals("this policy sees 3 numbers, but got 4", refused.getMessage());
    }
}
