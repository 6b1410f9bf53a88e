package dev.strait.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.demos.terminal.ExitCode;
import dev.strait.envs.demonstration.DatasetDescription;
import dev.strait.envs.demonstration.DemonstrationFile;
import dev.strait.envs.demonstration.DemonstrationFormat;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a training command refuses: one line, exit code 2, nothing written. */
class BadTrainingArgumentsTest {

    @TempDir static Path folder;

    @BeforeAll
    static void writeInputs() throws IOException {
        ScriptedCartPole.write(folder);
        Files.writeString(folder.resolve("notes.txt"), "no demonstrations");
        Files.writeString(folder.resolve("gail.yaml"), "algorithm: gail\n");
        Files.writeString(folder.resolve("ppo.yaml"), "command: ppo\n");
        Files.writeString(folder.resolve("torn.yaml"), "ppo: [1, 2\n");
        Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Files.createDirectory(folder.resolve("empty"));
        Files.createDirectory(folder.resolve("full"));
        Files.writeString(folder.resolve("full/a"), "");
        Files.createDirectory(folder.resolve("run"));
        Files.writeString(folder.resolve("run/config.yaml"), "command: imitate\nalgorithm: bc\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "imitate --algorithm=vial | no algorithm is called 'vial'; did you mean 'vail'?",
                "imitate --algorithm=deep-q | known: bc, gail, airl, vail, vairl",
                "imitate --env=CartPole-v2 | did you mean 'CartPole-v1'?",
                "imitate --env=strait/ProbeTruncation-v0 | come with Strait; name a file",
                "imitate --demonstrations=@/no.npz | there is no such file",
                "imitate --demonstrations=@/notes.txt | notes.txt",
                "imitate --demonstrations=@/scripted.npz --format=mnist | mnist",
                "imitate --demonstrations=@/scripted.npz --env=Pendulum-v1 | but Pendulum-v1 has (3)",
                "imitate --demonstrations=@/scripted.npz --episodes=9 | but the file has 3",
                "imitate --demonstrations=@/scripted.npz --episodes=x | must be a count",
                "imitate --demonstrations=@/scripted.npz --subsample=0 | subsample must be at least 1",
                "imitate --demonstrations=@/scripted.npz --subsample=a | --subsample",
                "imitate --demonstrations=@/scripted.npz --reward=big | 'BIG' is not known",
                "imitate --demonstrations=@/scripted.npz --input=all | 'ALL' is not known",
                "imitate --demonstrations=@/scripted.npz --steps=0 | steps must be at least 1",
                "imitate --demonstrations=@/scripted.npz --steps=-1 | steps must be at least 1",
                "imitate --demonstrations=@/scripted.npz --steps=1.5 | a whole number",
                "imitate --demonstrations=@/scripted.npz --seed=x | --seed",
                "imitate --demonstrations=@/scripted.npz --threads=0 | threads must be at least 1",
                "imitate --demonstrations=@/scripted.npz --device=tpu | must be auto, cpu or gpu",
                "imitate --demonstrations=@/scripted.npz --device=gpu:7 | there is no device gpu:7",
                "imitate --demonstrations=@/scripted.npz --out=@/full | exists already",
                "imitate --demonstrations=@/scripted.npz --out=@/notes.txt | is a file",
                "imitate --demonstrations=@/scripted.npz --set=ppo.clipRatio=2 | clipRatio",
                "imitate --demonstrations=@/scripted.npz --set=ppo.clip=1 | unknown key 'ppo.clip'",
                "imitate --demonstrations=@/scripted.npz --set=ppo | --set takes key=value",
                "imitate --algorithm=vail --config=@/gail.yaml | the configuration is of gail",
                "imitate --config=@/ppo.yaml | that is a run of strait ppo",
                "imitate --config=@/torn.yaml | torn.yaml",
                "imitate --config=@/bytes.yaml | bytes.yaml is no text in UTF-8",
                "imitate --config=@/nowhere.yaml | no configuration file",
                "imitate --algorithm=bc --demonstrations=@/scripted.npz --reward=logit | leave out --reward",
                "imitate --algorithm=bc --demonstrations=@/scripted.npz --input=state | leave out --input",
                "imitate --algorithm=bc --demonstrations=@/scripted.npz --warm-start | leave out --warm-start",
                "imitate --demonstrations=@/scripted.npz --threads=100000 | threads must be in [1, 1024]",
                "imitate --resume=@/nowhere | no run folder",
                "imitate --resume=@/empty | is not a run folder",
                "imitate --resume=@/run --seed=1 | leave out --seed",
                "imitate --resume=@/run --episodes=1 | leave out --episodes",
                "imitate --resum=@/run | did you mean '--resume'?",
                "ppo --env=CartPol-v1 | did you mean 'CartPole-v1'?",
                "ppo --algorithm=gail | unknown option '--algorithm'",
                "ppo --resume=@/run | that is a run of strait imitate",
                "ppo --steps=many | --steps",
            })
    void shouldRefuseInOneLine(String arguments, String complaint) {
        String[] words = arguments.replace("@", folder.toString()).split(" ");

        CommandRun run = CommandRun.of(words);

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("strait " + words[0] + ": "), run.err());
        assertTrue(run.err().contains(complaint), run.err());
        assertEquals("", run.out());
    }

    /** The observations of scripted episodes alone. */
    private static Path statesOnly() {
        Demonstrations scripted = ScriptedCartPole.episodes(2);
        List<Episode> episodes =
                scripted.episodes().stream()
                        .map(
                                e ->
                                        new Episode(
                                                e.length(),
                                                e.observations(),
                                                null,
                                                null,
                                                false,
                                                true))
                        .toList();
        Demonstrations states =
                new Demonstrations("test", Optional.of("CartPole-v1"), 4, 0, false, episodes);
        Path file = folder.resolve("states.npz");
        if (!Files.exists(file)) {
            DemonstrationFile.write(
                    file,
                    states,
                    DemonstrationFormat.EPISODES_NPZ,
                    DatasetDescription.of("states-v0", states));
        }
        return file;
    }

    @Test
    void shouldImitateStatesAloneOnlyWhereTheAlgorithmAllows() {
        for (String algorithm : Arrays.asList("bc", "gail", "airl", "vail", "vairl")) {
            CommandRun refused =
                    CommandRun.of(
                            "imitate",
                            "--algorithm=" + algorithm,
                            "--env=CartPole-v1",
                            "--demonstrations=" + statesOnly(),
                            "--out=" + folder.resolve("never"));

            assertEquals(ExitCode.REFUSED, refused.code(), algorithm);
            assertEquals(1, refused.err().lines().count(), refused.err());
            assertTrue(refused.err().contains("actions"), refused.err());
            assertTrue(Files.notExists(folder.resolve("never")));
        }
        CommandRun allowed =
                CommandRun.of(
                        "imitate",
                        "--quiet",
                        "--input=transition",
                        "--steps=1024",
                        "--env=CartPole-v1",
                        "--demonstrations=" + statesOnly(),
                        "--out=" + folder.resolve("states-run"));
        assertEquals(ExitCode.DONE, allowed.code(), allowed.err());
        assertTrue(!allowed.out().contains("expert"), "no rewards, no expert: " + allowed.out());
    }
}
