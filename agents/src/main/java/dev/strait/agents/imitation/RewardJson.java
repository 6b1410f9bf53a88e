package dev.strait.agents.imitation;

import static dev.strait.core.Require.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.agents.policy.SpaceJson;
import dev.strait.agents.training.DescriptionJson;
import dev.strait.core.bottleneck.Bottleneck;
import dev.strait.core.bottleneck.CodeHead;
import dev.strait.core.bottleneck.DualAscent;
import dev.strait.core.bottleneck.RateExpectation;
import dev.strait.core.bottleneck.Spread;
import dev.strait.core.network.InitialWeights;
import dev.strait.core.objective.Regulariser;
import java.util.List;
import java.util.Map;

/**
 * The text of {@code reward.json}. Records are written by their components, a variant with its
 * {@code kind}; only the kinds of a sealed family are read, so a file names no class.
 */
final class RewardJson {

    /** Of the files that this Strait writes and reads; the first knew no view of states. */
    private static final int FORMAT = 2;

    private static final List<Class<?>> FAMILIES =
            List.of(
                    Bottleneck.class,
                    Regulariser.class,
                    Spread.class,
                    InitialWeights.class,
                    RateExpectation.class,
                    DualAscent.class,
                    StateView.class,
                    CodeHead.class);

    private static final DescriptionJson JSON = new DescriptionJson(FAMILIES, variant -> true);

    private RewardJson() {}

    /** What a file says. */
    record Text(RewardDescription description, String weightsSha256) {}

    static byte[] write(
            RewardDescription description, String digest, Map<String, Object> provenance) {
        ObjectNode root = JSON.begin(FORMAT);
        root.put("environment", description.environment());
        root.put("observationSize", description.observationSize());
        root.put("stateSize", description.stateSize());
        root.set("actionSpace", SpaceJson.write(description.actionSpace()));
        root.put("input", description.input().name());
        root.put("form", description.form().name());
        root.put("origin", description.origin());
        root.set("network", JSON.tree(description.network()));
        root.set("moments", JSON.tree(description.moments()));
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
        RewardDescription description =
                new RewardDescription(
                        value(root, "environment", String.class),
                        value(root, "observationSize", Integer.class),
                        value(root, "stateSize", Integer.class),
                        SpaceJson.read(value(root, "actionSpace", ObjectNode.class)),
                        value(root, "input", DiscriminatorInput.class),
                        value(root, "form", RewardForm.class),
                        value(root, "origin", Double.class),
                        value(root, "network", JudgeNetwork.class),
                        value(root, "moments", double[].class));
        return new Text(description, value(root, "weightsSha256", String.class));
    }

    private static <T> T value(JsonNode root, String name, Class<T> type) {
        JsonNode node = root.path(name);
        require(!node.isMissingNode() && !node.isNull(), "there is no '%s'", name);
        return JSON.value(node, name, type);
    }
}
