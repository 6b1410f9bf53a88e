package dev.strait.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.demos.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands about pictures refuse: one line, exit code 2, nothing written. */
class BadPictureArgumentsTest {

    @TempDir static Path folder;

    @BeforeAll
    static void writeInputs() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "no pictures");
        Files.createDirectory(folder.resolve("empty"));
        Files.writeString(folder.resolve("gan.yaml"), "command: gan\nrecipe: wgan\n");
        Files.writeString(folder.resolve("vail.yaml"), "command: imitate\n");
        Files.writeString(folder.resolve("dense.yaml"), "networks:\n  type: Dcgan\n");
        Files.createDirectory(folder.resolve("cloned"));
        Files.writeString(folder.resolve("cloned/config.yaml"), "command: imitate\n");
        Files.createDirectory(folder.resolve("unfinished"));
        Files.writeString(folder.resolve("unfinished/config.yaml"), "command: gan\n");
        Path run = folder.resolve("run");
        CommandRun trained = CommandRun.of(SmallPictures.training("gan", run, "--set=seed=1"));
        assertEquals(ExitCode.DONE, trained.code(), trained.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gan --recipe=vgan-pg | no recipe is called 'vgan-pg'; did you mean 'vgan-gp'?",
                "gan --recipe=diffusion | known: gan-minimax, gan, dcgan",
                "gan --recipe=gan --config=@/gan.yaml | the configuration is of wgan",
                "gan --config=@/vail.yaml | that is a run of strait imitate",
                "gan --networks=dense --config=@/dense.yaml | leave one of them out",
                "gan --recipe=gan --conventions=official | this method has none",
                "gan --recipe=vgan --conventions=official | only the residual ones have",
                "gan --conventions=mine | expected one of [PAPER, OFFICIAL]",
                "gan --resume=@/run --conventions=paper | leave one of them out",
                "gan --networks=transformer | expected one of [DENSE, DCGAN, RESIDUAL]",
                "gan --data=@/nowhere | nowhere",
                "gan --data=@/empty | there is no picture in the folder",
                "gan --data=@/notes.txt | its content is neither IDX, CIFAR-10 nor npz",
                "gan --size=0 | size must be at least 1, but was 0",
                "gan --size=x | --size",
                "gan --colour=blue | must be as-is, gray or rgb, but was 'blue'",
                "gan --set=pictures.size=14 | --set cannot change the pictures",
                "gan --set=networks.type=Own | networks",
                "gan --set=game.regulariser.type=R9 | R9",
                "gan --batch=0 --metrics-every=0 | batch must be at least 1, but was 0",
                "gan --batch=99999 --metrics-every=0 | 99999",
                "gan --steps=0 | steps must be at least 1, but was 0",
                "gan --steps=soon | --steps",
                "gan --sample-every=-1 | sampleEvery must be at least 0 (none), but was -1",
                "gan --metrics-every=-1 | every must be at least 0 (none), but was -1",
                "gan --metrics-images=1 | images must be at least 2, but was 1",
                "gan --extractor=@/none.pt | there is no file",
                "gan --extractor=@/notes.txt | is no TorchScript network",
                "gan --device=gpu:7 | there is no device gpu:7",
                "gan --resume=@/run --recipe=wgan | the configuration is of gan",
                "gan --resume=@/run --batch=4 | leave out --batch",
                "gan --resume=@/run --steps=10 | the run is planned for 40 steps",
                "gan --out=@/run | exists already",
                "sample @/none --out=@/x.png | there is no",
                "sample @/empty --out=@/x.png | is no generator",
                "sample @/unfinished --out=@/x.png | has no generator yet",
                "sample @/run --out=@/x.jpg | --out must end in .png or .gif",
                "sample @/run --out=@/x.gif | a .gif shows --interpolate or --codes",
                "sample @/run --out=@/notes.txt | is there already",
                "sample @/run --out=@/x.png --count=0 | --count must be in [1, 10000], but was 0",
                "sample @/run --out=@/x.png --columns=101 | --columns must be in [1, 100]",
                "sample @/run --out=@/x.png --seed=-1 | --seed must not be negative",
                "sample @/run --out=@/x.png --codes=choice | was trained without codes",
                "sample @/run --out=@/x.png --codes=all | must be choice or a number",
                "sample @/run --out=@/x.png --codes=1 --interpolate | mutually exclusive",
                "sample @/run | missing required option: '--out=OUT'",
                "measure @/none | there is no",
                "measure @/unfinished | has no generator yet",
                "measure @/cloned | is a run of strait imitate, which leaves no generator",
                "sample @/cloned --out=@/x.png | is a run of strait imitate, which leaves no",
                "measure @/run --images=1 | images must be at least 2, but was 1",
                "measure @/run --size=32 | the pictures are 1x28x28, but those of the data are 1x32x32",
                "measure @/run --form=1x28x28 | none is named",
                "measure @/run --extractor=@/notes.txt | is no TorchScript network",
                "measure @/run --extractor=@/notes.txt --form=28 | --form must be like 3x299x299",
                "measure @/run --extractor=@/notes.txt --form=1x4x4:0:x | was '1x4x4:0:x'",
                "measure @/run --extractor=@/notes.txt --form=2x4x4 | --form: channels must be 1 or 3",
                "measure @/run --extractor=@/notes.txt --form=1x4x4:1:0 | --form: darkest must be",
                "gan --form=1x28x28 | none is named",
                "gan --extractor=@/notes.txt --form=28 | --form must be like 3x299x299",
                "measure @/notes.txt | its content is neither",
                "inspect | what is to be inspected?",
                "inspect --data=@/empty | there is no picture",
                "inspect @/notes.txt --data=@/empty | leave out FILE, or them",
                "inspect --data=@/empty --sheet=@/notes.txt | is there already",
            })
    void shouldRefuseInOneLine(String arguments, String complaint) {
        String[] words = arguments.replace("@", folder.toString()).split(" ");

        CommandRun run = CommandRun.of(words);

        assertEquals(ExitCode.REFUSED, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("strait " + words[0] + ": "), run.err());
        assertTrue(run.err().contains(complaint), run.err());
        assertEquals("", run.out());
        assertFalse(Files.exists(folder.resolve("x.png")));
    }

    @Test
    void shouldRefuseADamagedGenerator() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("damaged"));
        for (String name : new String[] {"generator.json", "generator.safetensors"}) {
            Files.copy(folder.resolve("run").resolve(name), copy.resolve(name));
        }
        byte[] weights = Files.readAllBytes(copy.resolve("generator.safetensors"));
        weights[weights.length - 3] ^= 1;
        Files.write(copy.resolve("generator.safetensors"), weights);

        CommandRun run =
                CommandRun.of("sample", copy.toString(), "--out=" + folder.resolve("x.png"));

        assertEquals(ExitCode.REFUSED, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("not the weights that were saved"), run.err());
        assertFalse(Files.exists(folder.resolve("x.png")));
    }
}
