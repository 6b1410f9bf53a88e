package dev.strait.envs.demonstration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.demonstration.ArrowBytes.Column;
import dev.strait.envs.demonstration.container.ArrowBatch;
import dev.strait.envs.demonstration.container.ArrowTable;
import dev.strait.envs.demonstration.container.NumberArray.Kind;
import dev.strait.envs.demonstration.container.ValueBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrowLayoutsTest {

    @TempDir Path folder;

    private ArrowBatch batch(int rows, Column... columns) throws IOException {
        Path path = Files.write(folder.resolve("t.arrow"), ArrowBytes.stream(rows, columns));
        return ArrowTable.read(path).batches().get(0);
    }

    @Test
    void shouldKeepWhatNumbersAre() throws IOException {
        ArrowBatch batch =
                batch(
                        3,
                        Column.doubles("d", 1.5, 2, 3),
                        Column.longs("l", 1, -2, 3),
                        Column.bits("b", true, false, true));
        ValueBudget budget = new ValueBudget();
        assertArrayEquals(new double[] {2, 3}, batch.column("d").numbers(1, 3, budget).values());
        assertArrayEquals(new double[] {-2}, batch.column("l").numbers(1, 2, budget).values());
        assertEquals(Kind.REAL, batch.column("d").numbers(0, 3, budget).kind());
        assertEquals(Kind.INTEGER, batch.column("l").numbers(0, 3, budget).kind());
        assertEquals(Kind.BOOLEAN, batch.column("b").numbers(0, 3, budget).kind());
        assertArrayEquals(
                new boolean[] {true, false, true}, batch.column("b").numbers(0, 3, budget).flags());
        assertTrue(batch.find("x").isEmpty());
    }

    @Test
    void shouldGiveTheInnerListsOfARowAsRows() throws IOException {
        Column items = Column.doubles("item", FormatFiles.counting(6));
        Column rows = Column.lists("item", items, 0, 2, 4, 6);
        ArrowBatch batch = batch(2, Column.lists("x", rows, 0, 1, 3));
        ValueBudget budget = new ValueBudget();
        assertArrayEquals(new int[] {1, 2}, batch.column("x").list(0, budget).shape());
        assertArrayEquals(new double[] {2, 3, 4, 5}, batch.column("x").list(1, budget).values());
    }

    @Test
    void shouldRefuseRowsThatAreNotThere() throws IOException {
        ArrowBatch batch = batch(2, Column.doubles("x", 1, 2));
        ValueBudget budget = new ValueBudget();
        assertThrows(IllegalArgumentException.class, () -> batch.column("x").numbers(1, 3, budget));
        assertThrows(
                IllegalArgumentException.class, () -> batch.column("x").numbers(-1, 1, budget));
        assertThrows(IllegalArgumentException.class, () -> batch.column("x").list(0, budget));
        assertThrows(IllegalArgumentException.class, () -> batch.column("y"));
    }

    @Test
    void shouldRefuseMoreNumbersThanAFileMayHold() throws IOException {
        int[] most = {(int) ValueBudget.LIMIT};
        ValueBudget budget = new ValueBudget();
        budget.take("the rest", most);
        ArrowBatch batch = batch(1, Column.doubles("x", 1));
        assertThrows(IllegalArgumentException.class, () -> batch.column("x").numbers(0, 1, budget));
    }

    @Test
    void shouldLayStructsByKeyAsHdf5Groups() throws IOException {
        FormatFiles.minariArrow(folder);
        for (int i = 0; i < FormatFiles.STEPS.length; i++) {
            int rows = FormatFiles.STEPS[i] + 1;
            Column position =
                    Column.fixedLists(
                            "pos", Column.doubles("item", FormatFiles.counting(2 * rows)), 2);
            Column struct =
                    Column.struct("observations", position, Column.longs("k", new long[rows]));
            byte[] table =
                    ArrowBytes.file(
                            rows,
                            struct,
                            Column.doubles("actions", new double[rows]),
                            Column.doubles("rewards", new double[rows]),
                            Column.bits("terminations", new boolean[rows]),
                            Column.bits("truncations", new boolean[rows]));
            Files.write(folder.resolve(i + "/part-0.arrow"), table);
        }
        Demonstrations read = DemonstrationFile.read(folder);
        assertEquals(3, read.observationSize());
        assertFalse(read.discreteActions());
        assertArrayEquals(
                new double[] {0, 0, 1, 0, 2, 3, 0, 4, 5}, read.episodes().get(1).observations());
    }
}
