package dev.strait.demos.benchmark;

import ai.djl.ndarray.types.Shape;
import dev.strait.core.network.Filter;
import dev.strait.core.network.Part;
import java.util.List;

/**
 * Multiplications of one sample on its way through a row of layers.
 *
 * @param all of every layer
 * @param first of the first that has any
 */
record LayerWork(double all, double first) {

    /**
     * Counts them.
     *
     * @param input (F) or (C, H, W)
     */
    static LayerWork of(Shape input, List<Part> parts) {
        long[] shape = input.getShape();
        double all = 0;
        double first = 0;
        for (Part part : parts) {
            double work = 0;
            if (part instanceof Part.Linear linear) {
                work = (double) size(shape) * linear.outputs();
                shape = new long[] {linear.outputs()};
            } else if (part instanceof Part.Convolution convolution) {
                Filter filter = convolution.filter();
                long[] after = {filter.count(), side(shape[1], filter), side(shape[2], filter)};
                work = (double) size(after) * shape[0] * filter.kernel() * filter.kernel();
                shape = after;
            } else if (part instanceof Part.UpsampledConvolution upsampled) {
                long[] after = {upsampled.outputs(), 2 * shape[1], 2 * shape[2]};
                work = (double) size(after) * shape[0] * 9;
                shape = after;
            } else if (part instanceof Part.Reshape reshape) {
                shape = new long[] {reshape.channels(), reshape.height(), reshape.width()};
            } else if (part instanceof Part.Flatten) {
                shape = new long[] {size(shape)};
            }
            all += work;
            first = first == 0 ? work : first;
        }
        return new LayerWork(all, first);
    }

    private static long side(long side, Filter filter) {
        return (side + 2L * filter.padding() - filter.kernel()) / filter.stride() + 1;
    }

    private static long size(long... shape) {
        long size = 1;
        for (long each : shape) {
            size *= each;
        }
        return size;
    }
}
