package dev.strait.demos.image;

/** Says in one line why sound pictures cannot be measured: they are too few, or without classes. */
public final class UnmeasurableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnmeasurableException(String reason) {
        super(reason);
    }
}
