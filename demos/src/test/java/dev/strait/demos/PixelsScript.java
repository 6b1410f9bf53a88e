package dev.strait.demos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A TorchScript file as {@code torch.jit.save} writes it, whose features are the pixels. */
final class PixelsScript {

    /** Protocol 2 pickle of a {@code Net} whose only attribute is {@code training = True}. */
    private static final String NETWORK =
            "8002635f5f746f7263685f5f0a4e65740a710029817d5808000000747261696e696e6771018873622e";

    private static final String EMPTY_TUPLE = "8002292e";

    private static final String SOURCE =
            """
            class Net(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.Net, x: Tensor) -> Tensor:
                return torch.flatten(x, 1, -1)
            """;

    private PixelsScript() {}

    static Path write(Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            store(zip, "net/version", "3\n".getBytes(StandardCharsets.UTF_8));
            store(zip, "net/constants.pkl", HexFormat.of().parseHex(EMPTY_TUPLE));
            store(zip, "net/data.pkl", HexFormat.of().parseHex(NETWORK));
            store(zip, "net/code/__torch__.py", SOURCE.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
