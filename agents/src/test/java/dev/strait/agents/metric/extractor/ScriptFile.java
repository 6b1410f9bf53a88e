package dev.strait.agents.metric.extractor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** TorchScript files as {@code torch.jit.save} writes them, of networks without weights. */
final class ScriptFile {

    private static final byte[] EMPTY_TUPLE = HexFormat.of().parseHex("8002292e");

    /** Protocol 2 pickle of a {@code Net} whose only attribute is {@code training = True}. */
    private static final byte[] NETWORK =
            HexFormat.of()
                    .parseHex(
                            "8002635f5f746f7263685f5f0a4e65740a710029817d58080000007472"
                                    + "61696e696e6771018873622e");

    private ScriptFile() {}

    /**
     * Writes a network.
     *
     * @param results what {@code forward} declares to return
     * @param body its lines, of a picture {@code x}
     */
    static Path write(Path file, String results, String body) throws IOException {
        String source =
                """
                class Net(Module):
                  __parameters__ = []
                  __buffers__ = []
                  training : bool
                  def forward(self: __torch__.Net, x: Tensor) -> %s:
                """
                                .formatted(results)
                        + body.indent(4);
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            store(zip, "net/version", "3\n".getBytes(StandardCharsets.UTF_8));
            store(zip, "net/constants.pkl", EMPTY_TUPLE);
            store(zip, "net/data.pkl", NETWORK);
            store(zip, "net/code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        // The same bytes whenever they are written.
        entry.setTime(0);
        entry.setSize(content.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
