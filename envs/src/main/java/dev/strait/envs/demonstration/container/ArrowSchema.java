package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;
import static dev.strait.envs.demonstration.container.ArrowTable.walk;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;

/**
 * The columns of an Arrow table.
 *
 * @param columns in the order of the file
 */
record ArrowSchema(List<Column> columns) {

    private static final int MOST_LEVELS = 16;
    private static final int MOST_COLUMNS = 4096;

    /** What a column consists of. */
    enum Shape {
        /** A number per row. */
        NUMBER,
        /** A bit per row. */
        TRUTH,
        /** A run of the child's rows per row, with 32-bit ends. */
        LIST,
        /** The same with 64-bit ends. */
        LARGE_LIST,
        /** A run of equal length per row. */
        FIXED_LIST,
        /** A row of each child per row. */
        STRUCT,
        /** Text or bytes, passed over: a validity, an end and a data buffer. */
        TEXT,
        /** Anything else that has a validity and a data buffer, passed over. */
        OPAQUE,
        /** Nothing at all: no buffers. */
        NULL
    }

    /**
     * One column, with what it is made of.
     *
     * @param number how a number lies in the file; null for other shapes
     * @param listSize rows of the child per row, for {@link Shape#FIXED_LIST}
     */
    record Column(
            String name, Shape shape, ElementType number, int listSize, List<Column> children) {}

    static ArrowSchema of(Schema schema) {
        require(
                walk(schema::endianness) == Endianness.Little,
                "the Arrow data is big-endian, which is not read");
        int count = walk(schema::fieldsLength);
        require(count <= MOST_COLUMNS, "the Arrow data has %s columns", count);
        int[] left = {MOST_COLUMNS};
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            columns.add(column(walk(() -> schema.fields(index)), 0, left));
        }
        return new ArrowSchema(List.copyOf(columns));
    }

    private static Column column(Field field, int level, int[] left) {
        require(level < MOST_LEVELS, "an Arrow column is nested over %s deep", MOST_LEVELS);
        require(left[0]-- > 0, "the Arrow data has over %s columns", MOST_COLUMNS);
        String name = walk(() -> field.name() == null ? "" : field.name());
        require(
                walk(() -> field.dictionary() == null ? 0 : 1) == 0,
                "column %s is dictionary-encoded, which is not read",
                name);
        Shape shape = shape(name, walk(field::typeType));
        int count = walk(field::childrenLength);
        require(
                count >= 0 && count <= left[0],
                "column %s is damaged: it has %s children",
                name,
                count);
        List<Column> children = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            children.add(column(walk(() -> field.children(index)), level + 1, left));
        }
        checkChildren(name, shape, count);
        int listSize =
                shape == Shape.FIXED_LIST
                        ? walk(() -> ((FixedSizeList) field.type(new FixedSizeList())).listSize())
                        : 0;
        require(listSize >= 0, "column %s has lists of size %s", name, listSize);
        ElementType number = shape == Shape.NUMBER ? number(name, field) : null;
        return new Column(name, shape, number, listSize, List.copyOf(children));
    }

    private static void checkChildren(String name, Shape shape, int count) {
        boolean list =
                shape == Shape.LIST || shape == Shape.LARGE_LIST || shape == Shape.FIXED_LIST;
        require(
                list ? count == 1 : shape == Shape.STRUCT || count == 0,
                "column %s is damaged: it is a %s with %s children",
                name,
                shape,
                count);
    }

    private static Shape shape(String name, int type) {
        return switch (type) {
            case Type.Int, Type.FloatingPoint -> Shape.NUMBER;
            case Type.Bool -> Shape.TRUTH;
            case Type.List -> Shape.LIST;
            case Type.LargeList -> Shape.LARGE_LIST;
            case Type.FixedSizeList -> Shape.FIXED_LIST;
            case Type.Struct_ -> Shape.STRUCT;
            case Type.Utf8, Type.Binary, Type.LargeUtf8, Type.LargeBinary -> Shape.TEXT;
            case Type.Date, Type.Time, Type.Timestamp, Type.Duration, Type.FixedSizeBinary ->
                    Shape.OPAQUE;
            case Type.Null -> Shape.NULL;
            default ->
                    throw new IllegalArgumentException(
                            "column "
                                    + name
                                    + " has an Arrow type that is not read (number "
                                    + type
                                    + ")");
        };
    }

    private static ElementType number(String name, Field field) {
        ElementType type;
        if (walk(field::typeType) == Type.Int) {
            Int whole = walk(() -> (Int) field.type(new Int()));
            int bits = walk(whole::bitWidth);
            type =
                    new ElementType(
                            walk(whole::isSigned) ? 'i' : 'u', bits / 8, ByteOrder.LITTLE_ENDIAN);
        } else {
            FloatingPoint real = walk(() -> (FloatingPoint) field.type(new FloatingPoint()));
            int precision = walk(() -> (int) real.precision());
            type = new ElementType('f', 2 << precision, ByteOrder.LITTLE_ENDIAN);
        }
        require(type.isKnown(), "column %s has numbers of %s bytes", name, type.width());
        return type;
    }
}
