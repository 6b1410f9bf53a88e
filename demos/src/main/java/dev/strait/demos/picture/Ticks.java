package dev.strait.demos.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round numbers along an axis. */
final class Ticks {

    private final double step;
    private final List<Double> values = new ArrayList<>();

    private Ticks(double step) {
        this.step = step;
    }

    /**
     * About {@code wanted} multiples of 1, 2 or 5 times a power of ten within {@code [low, high]}.
     *
     * @param high above low
     */
    static Ticks between(double low, double high, int wanted) {
        double raw = (high - low) / wanted;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double factor = raw / power;
        double nice = factor < 1.5 ? 1 : factor < 3.5 ? 2 : factor < 7.5 ? 5 : 10;
        Ticks ticks = new Ticks(nice * power);
        long first = (long) Math.ceil(low / ticks.step - 1e-9);
        long last = (long) Math.floor(high / ticks.step + 1e-9);
        for (long i = first; i <= last; i++) {
            ticks.values.add(i * ticks.step);
        }
        return ticks;
    }

    List<Double> values() {
        return values;
    }

    /** A tick in as many digits as the step between ticks needs: {@code 0.25}, {@code 20k}. */
    String label(double value) {
        if (value == 0) {
            return "0";
        } else if (largest() >= 1e6) {
            return scaled(value, 1e6, "M");
        } else if (largest() >= 1e4) {
            return scaled(value, 1e3, "k");
        } else if (step < 1e-4) {
            int digits = Math.max(0, magnitude(Math.abs(value)) - magnitude(step));
            return String.format(Locale.ROOT, "%." + digits + "e", value)
                    .replaceFirst("e-0?", "e-");
        }
        return scaled(value, 1, "");
    }

    /** All ticks of an axis share its unit. */
    private double largest() {
        return values.stream().mapToDouble(Math::abs).max().orElse(0);
    }

    private static int magnitude(double value) {
        return (int) Math.floor(Math.log10(value) + 1e-9);
    }

    private String scaled(double value, double unit, String suffix) {
        int digits = (int) Math.max(0, Math.ceil(-Math.log10(step / unit) - 1e-9));
        return String.format(Locale.ROOT, "%." + digits + "f", value / unit) + suffix;
    }
}
