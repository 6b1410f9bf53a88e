package dev.strait.demos.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;

/**
 * What another run needs of a finished one's summary.json.
 *
 * @param policyReturn mean of its policy
 * @param trainSeconds training only
 */
public record StageSummary(double policyReturn, double trainSeconds) {

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException where it does not tell these figures
     */
    public static StageSummary read(RunFolder folder) {
        try {
            JsonNode root = new ObjectMapper().readTree(Files.readAllBytes(folder.summary()));
            JsonNode mean = root.path("policyReturn").path("mean");
            JsonNode seconds = root.path("trainSeconds");
            if (!mean.isNumber() || !seconds.isNumber()) {
                throw new IllegalArgumentException(
                        folder.summary() + " tells no policyReturn and trainSeconds");
            }
            return new StageSummary(mean.doubleValue(), seconds.doubleValue());
        } catch (IOException e) {
            throw Disk.failure("read", folder.summary(), e);
        }
    }
}
