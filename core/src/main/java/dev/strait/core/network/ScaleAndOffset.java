package dev.strait.core.network;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.List;

/** What a normalised channel is multiplied by and what is added: (C) each. */
record ScaleAndOffset(Parameter scale, Parameter offset) {

    static ScaleAndOffset of(String name, int channels, double scaleStd, Plan plan) {
        return new ScaleAndOffset(
                vector(name + "_scale", plan.around(1, scaleStd, channels), true),
                vector(name + "_offset", new float[channels], true));
    }

    static Parameter vector(String name, float[] values, boolean trained) {
        Shape shape = new Shape(values.length);
        return Affine.parameter(name, Parameter.Type.OTHER, shape, values, trained);
    }

    List<Parameter> parameters() {
        return List.of(scale, offset);
    }
}
