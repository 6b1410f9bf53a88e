package dev.strait.envs.demonstration;

import dev.strait.envs.demonstration.ArrowBytes.Column;
import dev.strait.envs.file.Recipes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.flatbuf.Type;

/** Arrow files and folders that must be refused. */
final class MalformedArrow extends Recipes {

    MalformedArrow() {
        arrow();
    }

    private void arrow(String name, byte[] content) {
        bytes(name, content);
    }

    private static byte[] lists(Column obs, Column acts) {
        return ArrowBytes.stream(1, obs, acts, Column.bits("terminal", true));
    }

    private static Column rows(int count, int... ends) {
        Column numbers = Column.doubles("item", FormatFiles.counting(count));
        return Column.lists("item", numbers, ends);
    }

    private void arrow() {
        Column fine = Column.lists("obs", rows(4, 0, 2, 4), 0, 2);
        Column act = Column.lists("acts", Column.longs("item", 0), 0, 1);
        arrow("an Arrow row without actions", ArrowBytes.stream(1, fine));
        arrow("an Arrow table without rows", ArrowBytes.stream(0, fine, act));
        arrow("more Arrow rows than data", ArrowBytes.stream(500, fine, act));
        arrow("lists that end outside", lists(Column.lists("obs", rows(4, 0, 2, 4), 0, 9), act));
        arrow(
                "lists that end before they begin",
                lists(Column.lists("obs", rows(4, 2, 0, 4), 0, 2), act));
        arrow("lists of a negative end", lists(Column.lists("obs", rows(4, 0, -2, 4), 0, 2), act));
        arrow("ragged observations", lists(Column.lists("obs", rows(4, 0, 1, 4), 0, 2), act));
        arrow(
                "observations without items",
                lists(Column.lists("obs", rows(0, 0, 0, 0), 0, 2), act));
        arrow(
                "as many actions as observations",
                lists(fine, Column.lists("acts", Column.longs("item", 0, 1), 0, 2)));
        arrow(
                "NaN in an Arrow reward",
                ArrowBytes.stream(
                        1,
                        fine,
                        act,
                        Column.bits("terminal", true),
                        Column.lists("rews", Column.doubles("item", Double.NaN), 0, 1)));
        arrow("numbers for lists", lists(Column.doubles("obs", 1), act));
        arrow("a struct for a list", lists(Column.struct("obs", Column.doubles("x", 1)), act));
        arrow(
                "lists of 2 billion items",
                lists(Column.lists("obs", hugeLists(Integer.MAX_VALUE), 0, 2), act));
        byte[] stream = FormatFiles.imitationStream();
        arrow("Arrow without its end mark", Arrays.copyOf(stream, stream.length - 8));
        arrow("an Arrow file without its foot", cutFoot(FormatFiles.minariTable(3)));
        arrow("an Arrow table of another kind", FormatFiles.minariTable(3));
        arrow("an Arrow message of 2 GB", withInt(stream.clone(), 4, Integer.MAX_VALUE));
        arrow("an Arrow message of a negative length", withInt(stream.clone(), 4, -5));
        state("a state that lists nothing", "{\"_data_files\": []}");
        state(
                "a state that lists a missing file",
                "{\"_data_files\": [{\"filename\": \"x.arrow\"}]}");
        state(
                "a state that leaves the folder",
                "{\"_data_files\": [{\"filename\": \"../x.arrow\"}]}");
        state("a state without names", "{\"_data_files\": [1, 2]}");
        state("a state that is no JSON", "certainly");
        add(
                "a folder of splits",
                folder -> {
                    Files.writeString(folder.resolve("dataset_dict.json"), "{\"splits\": []}");
                    return folder;
                });
        add(
                "a missing Arrow episode",
                folder -> {
                    Path path = FormatFiles.minariArrow(folder);
                    Files.delete(path.resolve("1").resolve("part-0.arrow"));
                    return path;
                });
        add(
                "an Arrow episode of a single row",
                folder -> {
                    Path path = FormatFiles.minariArrow(folder);
                    byte[] one =
                            ArrowBytes.file(
                                    1,
                                    Column.doubles("observations", 1),
                                    Column.longs("actions", 0),
                                    Column.doubles("rewards", 1),
                                    Column.bits("terminations", true),
                                    Column.bits("truncations", true));
                    Files.write(path.resolve("1").resolve("part-0.arrow"), one);
                    return path;
                });
    }

    private static Column hugeLists(int size) {
        return new Column(
                "item", Type.FixedSizeList, 2, null, size, List.of(Column.doubles("item", 1)));
    }

    private static byte[] cutFoot(byte[] file) {
        return Arrays.copyOf(file, file.length - 1);
    }

    private static byte[] withInt(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return bytes;
    }

    private void state(String name, String content) {
        add(
                name,
                folder -> {
                    Files.writeString(folder.resolve("state.json"), content);
                    return folder;
                });
    }
}
