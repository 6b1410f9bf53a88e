package dev.strait.demos;

/** Says in one line why sound pictures cannot be measured: they are too few, or without classes. */
final class UnmeasurableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnmeasurableException(String reason) {
        super(reason);
    }
}
