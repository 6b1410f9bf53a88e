package dev.strait.core.gradient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** TorchScript files of networks without weights, such as users bring. */
public final class ScriptFile {

    private ScriptFile() {}

    /**
     * Writes a network.
     *
     * @param results what {@code forward} declares to return
     * @param body its lines, of a picture {@code x}
     */
    public static Path write(Path file, String results, String body) throws IOException {
        String head = "def forward(self: __torch__.Ops, x: Tensor) -> " + results + ":\n";
        return Files.write(file, TorchScript.archive(head + body.indent(2)));
    }
}
