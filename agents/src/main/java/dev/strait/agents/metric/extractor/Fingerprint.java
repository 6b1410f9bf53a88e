package dev.strait.agents.metric.extractor;

import dev.strait.core.checkpoint.Digest;
import dev.strait.envs.image.ImageSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** SHA-256 of all pictures of a source with their classes: one pass over it. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(ImageSource source) {
        MessageDigest digest = Digest.begin();
        String head = source.shape() + " " + source.size() + " " + source.classes();
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        float[] pixels = new float[source.shape().size()];
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * pixels.length + Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < source.size(); i++) {
            source.read(i, pixels, 0);
            bytes.clear();
            bytes.asFloatBuffer().put(pixels);
            bytes.putInt(Float.BYTES * pixels.length, source.label(i));
            digest.update(bytes.array());
        }
        return Digest.end(digest);
    }
}
