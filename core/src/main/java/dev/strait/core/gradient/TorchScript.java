package dev.strait.core.gradient;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.strait.core.tensor.TensorEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A function written in TorchScript, which reaches what DJL does not bind. It runs with the
 * gradient mode of the calling thread, and its result carries a graph. Only this package and {@code
 * core.network} use it; the rule is held by a test.
 */
public final class TorchScript {

    private static final String CLASS =
            """
            class Ops(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
            """;

    private static final byte[] EMPTY_TUPLE = HexFormat.of().parseHex("8002292e");

    /** Protocol 2 pickle of an {@code Ops} whose only attribute is {@code training = True}. */
    private static final byte[] OPS_OBJECT =
            HexFormat.of()
                    .parseHex(
                            "8002635f5f746f7263685f5f0a4f70730a710029817d58080000007472"
                                    + "61696e696e67710188"
                                    + "73622e");

    private final byte[] archive;
    private final Map<Device, PtSymbolBlock> loaded = new ConcurrentHashMap<>();

    /**
     * A script. Its module stays loaded as long as the process lives, so keep it in a static field.
     *
     * @param forward the source of {@code def forward(self: __torch__.Ops, …) -> Tensor}
     */
    public TorchScript(String forward) {
        archive = archive(forward);
    }

    /**
     * Calls the function.
     *
     * @param arguments arrays; several of one name ending in {@code []} go as one list
     * @return an array on the manager of the first argument
     */
    public NDArray call(NDList arguments) {
        PtSymbolBlock block = loaded.computeIfAbsent(arguments.get(0).getDevice(), this::load);
        return IValueUtils.forward(block, arguments, true).singletonOrThrow();
    }

    private PtSymbolBlock load(Device device) {
        // Lives as long as the process: scripts are few and static.
        PtNDManager manager = (PtNDManager) TensorEngine.newManager(device);
        JniUtils.setGraphExecutorOptimize(false);
        try {
            return JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code torch.jit.save} would write a module with this function; always the same bytes. */
    static byte[] archive(String forward) {
        String source = CLASS + forward.indent(2);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "ops/version", "3\n".getBytes(StandardCharsets.US_ASCII));
            store(zip, "ops/constants.pkl", EMPTY_TUPLE);
            store(zip, "ops/data.pkl", OPS_OBJECT);
            store(zip, "ops/code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** libtorch reads only entries that are stored, not deflated. */
    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
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
