package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;
import static dev.strait.envs.demonstration.container.Hdf5.walk;

import dev.strait.envs.demonstration.container.NumberArray.Kind;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.BitField;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

/**
 * The numbers of one HDF5 dataset.
 *
 * <p>jHDF would make an array of the declared size first and look for the data afterwards, and
 * would inflate a chunk for as long as it goes on. Here the bytes come straight from the chunks,
 * each of which must be there and must inflate to the size that its dataset says. h5py's booleans
 * (an enumeration of FALSE and TRUE) and bit fields are truth values.
 */
final class Hdf5Numbers {

    private Hdf5Numbers() {}

    static NumberArray read(String name, Dataset dataset, ValueBudget budget) {
        DataType declared = walk(dataset::getDataType);
        ElementType type = type(name, declared);
        int[] shape = shape(name, walk(dataset::getDimensionsAsLong));
        int count = budget.take(name, shape);
        double[] values = count == 0 ? new double[0] : values(name, dataset, type, shape, count);
        return new NumberArray(name, isTruth(declared) ? Kind.BOOLEAN : type.kind(), shape, values);
    }

    private static int[] shape(String name, long[] sizes) {
        int[] shape = new int[sizes.length];
        for (int i = 0; i < shape.length; i++) {
            require(
                    sizes[i] >= 0 && sizes[i] <= Integer.MAX_VALUE,
                    "%s has shape %s, beyond what is read",
                    name,
                    Arrays.toString(sizes));
            shape[i] = (int) sizes[i];
        }
        return shape;
    }

    private static ElementType type(String name, DataType declared) {
        ElementType type = null;
        if (declared instanceof FloatingPoint real) {
            type = new ElementType('f', real.getSize(), real.getByteOrder());
        } else if (declared instanceof FixedPoint whole) {
            type =
                    new ElementType(
                            whole.isSigned() ? 'i' : 'u', whole.getSize(), whole.getByteOrder());
        } else if (declared instanceof EnumDataType named) {
            type = type(name, named.getBaseType());
        } else if (declared instanceof BitField) {
            type = new ElementType('u', declared.getSize(), ByteOrder.LITTLE_ENDIAN);
        }
        require(
                type != null && type.isKnown() && type.width() == declared.getSize(),
                "%s must hold plain numbers, but its HDF5 type is %s of %s bytes",
                name,
                declared.getClass().getSimpleName(),
                declared.getSize());
        return type;
    }

    private static boolean isTruth(DataType declared) {
        return declared instanceof BitField
                || declared instanceof EnumDataType named
                        && named.getEnumMapping().equals(Map.of(0, "FALSE", 1, "TRUE"));
    }

    private static double[] values(
            String name, Dataset dataset, ElementType type, int[] shape, int count) {
        if (dataset instanceof ChunkedDataset chunked) {
            return new Hdf5Chunks(name, chunked, type, shape).read(count);
        }
        require(
                dataset instanceof ContiguousDataset,
                "%s is stored in a way that is not read (%s)",
                name,
                dataset.getClass().getSimpleName());
        boolean written = !walk(dataset::isEmpty);
        require(written, "%s has shape %s, but no data", name, Arrays.toString(shape));
        ByteBuffer bytes = walk(((ContiguousDataset) dataset)::getBuffer);
        require(
                bytes.remaining() >= (long) count * type.width(),
                "%s has shape %s, but only %s bytes",
                name,
                Arrays.toString(shape),
                bytes.remaining());
        double[] values = new double[count];
        type.read(bytes.slice().order(type.order()), 0, values, 0, count);
        return values;
    }
}
