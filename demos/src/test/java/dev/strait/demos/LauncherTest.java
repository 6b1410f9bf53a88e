package dev.strait.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code demos/strait}, in a tree of its own with a Maven and a Java that only tell. */
class LauncherTest {

    private static final Path SCRIPT = Path.of("strait").toAbsolutePath();

    /** What a run of the script printed and returned. */
    private record Launch(int code, String text) {}

    @TempDir Path temporary;
    private Path root;
    private Path tools;
    private Path java;

    @BeforeEach
    void plantTree() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash here");
        root = temporary.resolve("a tree");
        tools = Files.createDirectories(temporary.resolve("tools"));
        java = Files.createDirectories(temporary.resolve("jdk"));
        Files.createDirectories(root.resolve("demos/src/main"));
        Files.createDirectories(java.resolve("bin"));
        Files.copy(SCRIPT, root.resolve("demos/strait"));
        past(Files.writeString(root.resolve("pom.xml"), ""));
        past(Files.writeString(root.resolve("demos/pom.xml"), ""));
        past(Files.writeString(root.resolve("demos/src/main/A.java"), ""));
        past(root.resolve("demos/src/main"));
        script(
                tools.resolve("mvn"),
                "echo mvn \"$@\"; mkdir -p demos/target",
                ": > demos/target/strait-demos.jar");
        script(
                java.resolve("bin/java"),
                "echo \"in $PWD\"",
                "for a; do echo \"[$a]\"; done",
                "exit 7");
        release("17.0.1");
    }

    private void release(String version) throws IOException {
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private static void past(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private Launch launch(Map<String, String> settings, String... arguments) throws Exception {
        return launch(root.resolve("demos/strait"), settings, arguments);
    }

    private Launch launch(Path script, Map<String, String> settings, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/bash", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(temporary.toFile());
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", tools + ":/usr/bin:/bin");
        environment.put("JAVA_HOME", java.toString());
        environment.putAll(settings);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Launch(process.waitFor(), text);
    }

    private boolean builds(Map<String, String> settings) throws Exception {
        return launch(settings).text().contains("strait: building, once");
    }

    @Test
    void shouldRunTheJarWhereTheCallerIs() throws Exception {
        Launch launch = launch(Map.of("STRAIT_JAVA_OPTS", "-Xmx2g -Da=b"), "inspect", "a b.npz");

        assertEquals(7, launch.code(), "the command's own exit code");
        assertTrue(launch.text().contains("in " + temporary.toRealPath()), launch.text());
        assertTrue(launch.text().contains("[-Xmx2g]\n[-Da=b]\n[-jar]"), launch.text());
        assertTrue(launch.text().endsWith("strait-demos.jar]\n[inspect]\n[a b.npz]\n"));
        assertTrue(launch.text().contains("[-Dstrait.terminal=false]"));
    }

    @Test
    void shouldBuildOnlyWhereSomethingIsNewer() throws Exception {
        assertTrue(builds(Map.of()), "no jar");
        assertFalse(builds(Map.of()), "nothing changed");

        Path source = root.resolve("demos/src/main/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertTrue(builds(Map.of()), "a source is newer");
    }

    @Test
    void shouldBuildAnewForOtherArguments() throws Exception {
        Map<String, String> card = Map.of("STRAIT_MAVEN_ARGS", "-Pcu118 -o");

        assertTrue(builds(Map.of()));
        Launch launch = launch(card);
        assertTrue(launch.text().contains("-DskipTests -Pcu118 -o package"), launch.text());
        assertFalse(builds(card));
        assertTrue(builds(Map.of()), "the processor's natives again");
    }

    @Test
    void shouldFindItsTreeThroughALink() throws Exception {
        Path script = root.resolve("demos/strait");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), script);

        Launch launch = launch(link, Map.of());

        assertTrue(launch.text().contains("[" + root.toRealPath() + "/demos/target/strait-demos"));
    }

    @Test
    void shouldRefuseAnOldOrAbsentJava() throws Exception {
        release("1.8.0_392");
        Launch old = launch(Map.of());
        assertEquals(1, old.code());
        assertTrue(old.text().contains("Java 17 or later is needed"), old.text());
        assertTrue(old.text().contains("is version 8"), old.text());

        Launch absent = launch(Map.of("JAVA_HOME", "/nowhere"));
        assertEquals(1, absent.code());
        assertTrue(absent.text().startsWith("strait: no Java found (/nowhere/bin/java)"));
    }

    @Test
    void shouldSayThatTheBuildFailed() throws Exception {
        script(tools.resolve("mvn"), "echo some compiler message", "exit 1");

        Launch launch = launch(Map.of());

        assertEquals(1, launch.code());
        assertTrue(launch.text().contains("some compiler message"));
        assertTrue(launch.text().endsWith("strait: the build failed; its messages are above\n"));
        assertTrue(builds(Map.of()), "and tries again");
    }
}
