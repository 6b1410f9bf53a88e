package dev.strait.envs.demonstration;

import static dev.strait.envs.Require.require;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What Minari's metadata.json says that matters for reading.
 *
 * @param dataFormat {@code hdf5}, {@code arrow} or {@code parquet}
 * @param episodes number of episodes, where it is told
 * @param steps number of steps, where it is told
 * @param environmentId the world's id, where it is told
 * @param actionStart the first index of a Discrete action space; 0 for others
 */
record MinariMetadata(
        String dataFormat,
        OptionalInt episodes,
        OptionalInt steps,
        Optional<String> environmentId,
        int actionStart) {

    static final MinariMetadata NONE =
            new MinariMetadata(
                    "hdf5", OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), 0);

    private static final long LONGEST = 1 << 24;

    /** Infinite bounds stand in Minari's spaces without quotes, which JSON proper does not have. */
    static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    static MinariMetadata read(Path file) throws IOException {
        JsonNode root = json(file);
        refuseImages(root);
        return new MinariMetadata(
                root.path("data_format").asText("hdf5"),
                count(root, "total_episodes"),
                count(root, "total_steps"),
                environment(nested(root, "env_spec")),
                nested(root, "action_space").path("start").asInt(0));
    }

    private static Optional<String> environment(JsonNode spec) {
        String clip = spec.path("kwargs").path(MinariSpaces.CLIP).asText();
        return Optional.ofNullable(spec.path("id").textValue())
                .map(id -> clip.isEmpty() ? id : id + ":" + clip);
    }

    /** A JSON object in a file of modest size. */
    static JsonNode json(Path file) throws IOException {
        require(Files.isRegularFile(file), "%s is missing", file.getFileName());
        require(Files.size(file) <= LONGEST, "%s is longer than 16 MB", file.getFileName());
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (CharacterCodingException damaged) {
            throw new IllegalArgumentException(file.getFileName() + " is not UTF-8", damaged);
        }
    }

    private static JsonNode parse(String name, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            require(node.isObject(), "%s must be a JSON object", name);
            return node;
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException(
                    name + " is not valid JSON (" + damaged.getOriginalMessage() + ")", damaged);
        }
    }

    /** An object that is written as a string inside the object. */
    private static JsonNode nested(JsonNode root, String key) {
        JsonNode value = root.path(key);
        return value.isTextual() ? parse(key, value.textValue()) : value;
    }

    private static OptionalInt count(JsonNode root, String key) {
        JsonNode value = root.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalInt.empty();
        }
        require(
                value.canConvertToInt() && value.isIntegralNumber() && value.intValue() >= 0,
                "%s in metadata.json must be a count, but is %s",
                key,
                value);
        return OptionalInt.of(value.intValue());
    }

    private static void refuseImages(JsonNode root) {
        JsonNode space = nested(root, "observation_space");
        boolean image =
                space.path("dtype").asText().equals("uint8") && space.path("shape").size() >= 2;
        require(
                !image || !root.path("jpeg_encoding").asBoolean(true),
                "its observations are JPEG pictures, which are not read");
    }
}
