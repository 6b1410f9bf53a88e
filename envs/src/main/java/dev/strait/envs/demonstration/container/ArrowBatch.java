package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;
import static dev.strait.envs.demonstration.container.ArrowTable.walk;

import dev.strait.envs.demonstration.container.ArrowSchema.Column;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;

/** Some consecutive rows of an Arrow table. */
public final class ArrowBatch {

    private final RecordBatch batch;
    private final ByteBuffer body;
    private final int rows;
    private final List<ArrowColumn> columns = new ArrayList<>();
    private int nextNode;
    private int nextBuffer;

    ArrowBatch(ArrowSchema schema, RecordBatch batch, ByteBuffer body) {
        this.batch = batch;
        this.body = body;
        require(
                walk(() -> batch.compression() == null ? 0 : 1) == 0,
                "the Arrow data is compressed, which is not read: write it uncompressed");
        long length = walk(batch::length);
        require(
                length >= 0 && length <= ValueBudget.LIMIT,
                "the Arrow data declares %s rows at once",
                length);
        this.rows = (int) length;
        for (Column column : schema.columns()) {
            columns.add(column(column, rows));
        }
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** The column of this name, where there is one. */
    public Optional<ArrowColumn> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The column of this name, which must be there. */
    public ArrowColumn column(String name) {
        return find(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the Arrow data has no column '"
                                                + name
                                                + "', only "
                                                + columns.stream()
                                                        .map(ArrowColumn::name)
                                                        .toList()));
    }

    /** Nodes and buffers lie one after another, a column before its children. */
    private ArrowColumn column(Column column, int expectedRows) {
        int index = nextNode++;
        require(index < walk(batch::nodesLength), "the Arrow metadata lacks a node");
        FieldNode node = walk(() -> batch.nodes(index));
        long length = walk(node::length);
        require(
                length >= expectedRows && length <= ValueBudget.LIMIT * 64,
                "column %s has %s rows, but %s are needed",
                column.name(),
                length,
                expectedRows);
        boolean gaps = walk(node::nullCount) != 0;
        ByteBuffer validity =
                column.shape() == ArrowSchema.Shape.NULL ? null : buffer(column.name());
        List<ByteBuffer> buffers = new ArrayList<>();
        for (int i = 0; i < buffersAfterValidity(column); i++) {
            buffers.add(buffer(column.name()));
        }
        int rowsOfColumn = (int) Math.min(length, Integer.MAX_VALUE);
        List<ArrowColumn> children = new ArrayList<>();
        for (Column child : column.children()) {
            boolean beside = column.shape() == ArrowSchema.Shape.STRUCT;
            children.add(column(child, beside ? rowsOfColumn : 0));
        }
        return new ArrowColumn(
                column, rowsOfColumn, gaps ? validity : null, buffers, List.copyOf(children));
    }

    private static int buffersAfterValidity(Column column) {
        return switch (column.shape()) {
            case NUMBER, TRUTH, LIST, LARGE_LIST, OPAQUE -> 1;
            case TEXT -> 2;
            case FIXED_LIST, STRUCT, NULL -> 0;
        };
    }

    private ByteBuffer buffer(String name) {
        int index = nextBuffer++;
        require(index < walk(batch::buffersLength), "the Arrow metadata lacks a buffer");
        Buffer buffer = walk(() -> batch.buffers(index));
        long offset = walk(buffer::offset);
        long length = walk(buffer::length);
        require(
                offset >= 0
                        && length >= 0
                        && offset <= body.limit()
                        && length <= body.limit() - offset,
                "column %s has %s bytes at %s of a body of %s",
                name,
                length,
                offset,
                body.limit());
        return body.slice((int) offset, (int) length).order(body.order());
    }
}
