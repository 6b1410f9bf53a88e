package dev.strait.agents.gan;

import static dev.strait.core.Require.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.agents.training.DescriptionJson;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.network.Normalisation;
import dev.strait.envs.image.ImageShape;
import java.util.List;
import java.util.Map;

/**
 * The text of {@code generator.json}. Records are written by their components, a variant with its
 * {@code kind}; only the kinds of a sealed family are read, so a file names no class.
 */
final class GeneratorJson {

    /** Of the files that this Strait writes and reads. */
    private static final int FORMAT = 1;

    /** Families whose variants are told apart by their kind. */
    private static final List<Class<?>> FAMILIES =
            List.of(Networks.class, Codes.class, Normalisation.class, InitialWeights.class);

    private static final DescriptionJson JSON =
            new DescriptionJson(FAMILIES, variant -> variant != Networks.Own.class);

    private GeneratorJson() {}

    /** What a file says. */
    record Text(GeneratorDescription description, String weightsSha256) {}

    static byte[] write(
            GeneratorDescription description, String digest, Map<String, Object> provenance) {
        require(
                !(description.networks() instanceof Networks.Own),
                "a generator of one's own Blocks cannot be written: nothing here could rebuild it");
        ObjectNode root = JSON.begin(FORMAT);
        root.set("shape", JSON.tree(description.shape()));
        root.set("latent", JSON.tree(description.latent()));
        root.set("codes", JSON.tree(description.codes()));
        root.set("networks", JSON.tree(description.networks()));
        root.put("weightsSha256", digest);
        root.set("provenance", JSON.tree(provenance));
        return JSON.bytes(root);
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static Text read(byte[] text) {
        ObjectNode root = JSON.parse(text, FORMAT);
        JsonNode digest = root.path("weightsSha256");
        require(digest.isTextual(), "there is no 'weightsSha256'");
        return new Text(
                new GeneratorDescription(
                        value(root, "shape", ImageShape.class),
                        value(root, "networks", Networks.class),
                        value(root, "latent", Latent.class),
                        value(root, "codes", Codes.class)),
                digest.textValue());
    }

    private static <T> T value(JsonNode root, String name, Class<T> type) {
        JsonNode node = root.path(name);
        require(node.isObject(), "there is no object '%s'", name);
        return JSON.value(node, name, type);
    }
}
