package dev.strait.envs.demonstration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.envs.Box;
import dev.strait.envs.Discrete;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.MultiDiscrete;
import dev.strait.envs.Space;
import dev.strait.envs.demonstration.container.Hdf5Type;
import dev.strait.envs.locomotion.Locomotion;
import java.util.Locale;
import java.util.Map;

/** Minari's metadata.json: counts, and spaces and world as strings of JSON inside JSON. */
final class MinariSpaces {

    private static final String VERSION = "0.5.3";

    /** Infinite bounds stand without quotes, as Python's json writes them. */
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

    /** Of a world with a motion clip, among the arguments of its maker. */
    static final String CLIP = "clip";

    private static final String CLASSIC = "gymnasium.envs.classic_control.";

    /** Where Gymnasium has the worlds; Minari makes the world anew from this. */
    private static final Map<String, String> ENTRY_POINTS =
            Map.of(
                    "CartPole-v1", CLASSIC + "cartpole:CartPoleEnv",
                    "Pendulum-v1", CLASSIC + "pendulum:PendulumEnv",
                    "Acrobot-v1", CLASSIC + "acrobot:AcrobotEnv",
                    "MountainCar-v0", CLASSIC + "mountain_car:MountainCarEnv",
                    "MountainCarContinuous-v0",
                            CLASSIC + "continuous_mountain_car:Continuous_MountainCarEnv");

    private final Hdf5Type observationType;
    private final Hdf5Type actionType;

    MinariSpaces(Hdf5Type observationType, Hdf5Type actionType) {
        this.observationType = observationType;
        this.actionType = actionType;
    }

    String metadata(Demonstrations demonstrations, DatasetDescription description, long bytes) {
        ObjectNode root = JSON.createObjectNode();
        root.put("total_episodes", demonstrations.episodes().size());
        root.put("total_steps", demonstrations.steps());
        root.put("data_format", "hdf5");
        root.put("jpeg_encoding", false);
        root.put("observation_space", text(space(description.observationSpace(), observationType)));
        root.put("action_space", text(space(description.actionSpace(), actionType)));
        description.environment().ifPresent(spec -> root.put("env_spec", text(environment(spec))));
        root.put("dataset_id", description.datasetId());
        root.put("algorithm_name", description.algorithm());
        if (!description.author().isEmpty()) {
            root.putArray("author").add(description.author());
        }
        root.put("minari_version", VERSION);
        root.put("dataset_size", Math.round(bytes / 1e5) / 10.0);
        return text(root);
    }

    private static ObjectNode environment(EnvironmentSpec spec) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", Environments.kind(spec.id()));
        node.put("entry_point", entryPoint(spec.id()));
        if (spec.rewardThreshold().isPresent()) {
            node.put("reward_threshold", spec.rewardThreshold().getAsDouble());
        } else {
            node.putNull("reward_threshold");
        }
        node.put("nondeterministic", false);
        node.put("max_episode_steps", spec.maxEpisodeSteps());
        node.put("order_enforce", true);
        node.put("disable_env_checker", false);
        ObjectNode more = node.putObject("kwargs");
        // Gymnasium's ids have no room for it.
        Environments.clip(spec.id()).ifPresent(clip -> more.put(CLIP, clip));
        node.putArray("additional_wrappers");
        node.putNull("vector_entry_point");
        return node;
    }

    /** Null for a world that Gymnasium does not have. */
    private static String entryPoint(String id) {
        return Locomotion.ids().contains(id) ? mujoco(id) : ENTRY_POINTS.get(id);
    }

    /** {@code gymnasium.envs.mujoco.half_cheetah_v4:HalfCheetahEnv}. */
    private static String mujoco(String id) {
        String name = id.substring(0, id.indexOf('-'));
        String file = id.replaceAll("(?<=[a-z])(?=[A-Z])", "_").replace('-', '_');
        return "gymnasium.envs.mujoco.%s:%sEnv".formatted(file.toLowerCase(Locale.ROOT), name);
    }

    private static ObjectNode space(Space space, Hdf5Type type) {
        ObjectNode node = JSON.createObjectNode();
        if (space instanceof Box box) {
            boolean single = type == Hdf5Type.FLOAT32;
            node.put("type", "Box").put("dtype", single ? "float32" : "float64");
            node.putArray("shape").add(box.size());
            ArrayNode low = node.putArray("low");
            ArrayNode high = node.putArray("high");
            for (int i = 0; i < box.size(); i++) {
                low.add(single ? (float) box.low(i) : box.low(i));
                high.add(single ? (float) box.high(i) : box.high(i));
            }
        } else if (space instanceof Discrete discrete) {
            node.put("type", "Discrete").put("dtype", "int64");
            node.put("start", 0).put("n", discrete.n());
        } else if (space instanceof MultiDiscrete several) {
            node.put("type", "MultiDiscrete").put("dtype", "int64");
            ArrayNode counts = node.putArray("nvec");
            ArrayNode starts = node.putArray("start");
            for (int n : several.branches()) {
                counts.add(n);
                starts.add(0);
            }
        }
        return node;
    }

    private static String text(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values has no JSON", impossible);
        }
    }
}
