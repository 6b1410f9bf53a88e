package dev.strait.envs.physics.mjcf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Pcg64;
import dev.strait.envs.file.Refusals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, the refusal is one line with the place; and nothing else is opened. */
class MalformedMjcfTest {

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> shouldRefuse() {
        MalformedMjcf malformed = new MalformedMjcf();
        return malformed.recipes().entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(),
                                        () -> {
                                            Path own = Files.createTempDirectory(folder, "recipe");
                                            Path file = entry.getValue().make(own);
                                            String message =
                                                    Refusals.refused(
                                                            MjcfException.class,
                                                            entry.getKey(),
                                                            file,
                                                            () -> MjcfReader.read(file));
                                            String says = malformed.expected(entry.getKey());
                                            assertTrue(message.contains(says), message);
                                        }));
    }

    /** A server that would be asked, and a file that would be quoted. */
    @Test
    void shouldOpenNothingElse() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "swordfish");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            for (String content :
                    new String[] {
                        "<!DOCTYPE m SYSTEM \"%s\"><mujoco/>",
                        "<!DOCTYPE m [<!ENTITY x SYSTEM \"%s\">]><mujoco model=\"m\">&x;</mujoco>",
                        "<!DOCTYPE m [<!ENTITY %% x SYSTEM \"%s\"> %%x;]><mujoco/>",
                        "<?xml-stylesheet href=\"%s\"?><mujoco><include file=\"%1$s\"/></mujoco>",
                        "<mujoco xmlns:s=\"http://www.w3.org/2001/XMLSchema-instance\""
                                + " s:noNamespaceSchemaLocation=\"%s\"/>"
                    }) {
                for (String target : new String[] {url, secret.toUri().toString()}) {
                    Path file = folder.resolve("model.xml");
                    Files.writeString(file, content.formatted(target));
                    MjcfException refusal =
                            assertThrows(MjcfException.class, () -> MjcfReader.read(file));
                    assertFalse(refusal.getMessage().contains("swordfish"));
                }
            }
            assertThrows(SocketTimeoutException.class, server::accept);
        }
    }

    /** Assets name files that are passed over, there or not. */
    @Test
    void shouldNotOpenTextures() throws IOException {
        Path file = folder.resolve("model.xml");
        Files.writeString(
                file,
                "<mujoco><asset><texture type=\"2d\" file=\"missing.png\"/></asset></mujoco>");

        assertEquals(1, MjcfReader.read(file).bodyCount());
    }

    /** Any byte of a good model may be wrong: it is read, or refused in one line. */
    @Test
    void shouldSurviveAnyDamage() throws IOException {
        byte[] good;
        try (var in = getClass().getResourceAsStream("/dev/strait/envs/locomotion/humanoid.xml")) {
            good = in.readAllBytes();
        }
        Path file = folder.resolve("damaged.xml");
        Pcg64 random = new Pcg64(7);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] damaged = good.clone();
            for (int k = 0; k <= i % 3; k++) {
                int at = (int) (random.nextDouble() * good.length);
                damaged[at] = (byte) (32 + random.nextDouble() * 96);
            }
            Files.write(file, damaged);
            try {
                MjcfReader.read(file);
            } catch (MjcfException refusal) {
                refused++;
                Refusals.checkMessage(file, refusal);
            }
        }
        assertTrue(refused > 70, "refused " + refused);
    }

    @Test
    void shouldRefuseEveryCut() throws IOException {
        String good =
                "<mujoco><worldbody><body><joint/><geom size='1'/></body></worldbody></mujoco>";
        Path file = folder.resolve("cut.xml");
        for (int length = 0; length < good.length(); length++) {
            Files.writeString(file, good.substring(0, length));
            MjcfException refusal = assertThrows(MjcfException.class, () -> MjcfReader.read(file));
            Refusals.checkMessage(file, refusal);
        }
    }

    @Test
    void shouldReadOtherEncodings() throws IOException {
        Path file = folder.resolve("utf16.xml");
        Files.write(
                file,
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><mujoco model=\"\u00e9\"/>"
                        .getBytes(StandardCharsets.UTF_16));

        assertEquals(1, MjcfReader.read(file).bodyCount());
    }
}
