package dev.strait.core.network;

import static dev.strait.core.Require.require;

/** Sides and channels at every half of a picture: channels double until they reach the most. */
record ResidualSizes(int height, int width, int filters, int mostFilters) {

    private static final int SMALLEST_SIDE = 4;

    static void check(int channels, int height, int width, int filters, int mostFilters) {
        require(channels >= 1, "channels must be at least 1, but was %s", channels);
        require(
                Math.min(height, width) >= SMALLEST_SIDE,
                "sides must be at least 4, but were %s×%s",
                height,
                width);
        require(filters >= 1, "filters must be at least 1, but was %s", filters);
        require(
                mostFilters >= filters,
                "mostFilters must be at least filters %s, but was %s",
                filters,
                mostFilters);
    }

    int halvings() {
        return Halvings.of(height, width, SMALLEST_SIDE);
    }

    int baseHeight() {
        return height >> halvings();
    }

    int baseWidth() {
        return width >> halvings();
    }

    /** Channels of the picture that was halved so often. */
    int channels(int half) {
        return (int) Math.min(mostFilters, (long) filters << half);
    }
}
