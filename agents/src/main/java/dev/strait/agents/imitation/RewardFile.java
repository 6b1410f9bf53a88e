package dev.strait.agents.imitation;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import dev.strait.core.checkpoint.NetworkFile;
import dev.strait.core.checkpoint.TensorData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A learned reward at rest: {@code reward.json} says what it is, the other file holds weights. */
final class RewardFile {

    private static final NetworkFile PAIR = new NetworkFile("reward");

    private RewardFile() {}

    static void write(
            Path folder,
            RewardDescription description,
            Map<String, NDArray> arrays,
            Map<String, Object> provenance)
            throws IOException {
        PAIR.write(
                folder,
                TensorData.of(arrays),
                digest -> RewardJson.write(description, digest, provenance));
    }

    static LearnedReward read(Path path, Device device) throws IOException {
        return PAIR.read(
                path,
                RewardJson::read,
                RewardJson.Text::weightsSha256,
                (text, arrays) -> LearnedReward.of(text.description(), arrays, device));
    }
}
