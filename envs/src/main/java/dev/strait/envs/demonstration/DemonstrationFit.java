package dev.strait.envs.demonstration;

import dev.strait.envs.Box;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Space;
import dev.strait.envs.World;
import java.util.Locale;

/**
 * Whether a recording can stand beside what an agent does in a world: the same observation size,
 * the same kind and size of action, and actions that the world has.
 *
 * <p>An index outside its space is always refused. A coordinate may be outside its bounds by 1e-6
 * of their distance, which is float32 rounding. Further out, two sorts of files must be told apart:
 * a damaged or foreign one, and one whose recorder wrote what its policy said before the world
 * clipped it. The latter is accepted, since worlds clip alike, but only where it is plain: no
 * action lies exactly on a bound (clipping would leave some there), at least 1 in 100 and at least
 * 10 lie outside, and none further from the middle than 5 times the bound is.
 */
public final class DemonstrationFit {

    private static final double ROUNDING = 1e-6;
    private static final double UNCLIPPED_SHARE = 0.01;
    private static final int UNCLIPPED_COUNT = 10;
    private static final double UNCLIPPED_REACH = 5;

    private DemonstrationFit() {}

    /**
     * Refuses a recording that does not fit this world.
     *
     * @throws DemonstrationException with both shapes, or with the value and where it is
     */
    public static void check(Demonstrations demonstrations, EnvironmentSpec spec) {
        World world = spec.factory().get();
        check(demonstrations, spec.id(), world.observationSpace(), world.actionSpace());
    }

    /**
     * Refuses a recording that does not fit these spaces.
     *
     * @throws DemonstrationException with both shapes, or with the value and where it is
     */
    public static void check(
            Demonstrations demonstrations, Box observationSpace, Space actionSpace) {
        check(demonstrations, "the world", observationSpace, actionSpace);
    }

    /** Whether {@link #check(Demonstrations, EnvironmentSpec)} would accept the recording. */
    public static boolean fits(Demonstrations demonstrations, EnvironmentSpec spec) {
        try {
            check(demonstrations, spec);
            return true;
        } catch (DemonstrationException unfit) {
            return false;
        }
    }

    private static void check(
            Demonstrations demonstrations, String world, Box observationSpace, Space actionSpace) {
        demand(
                demonstrations.observationSize() == observationSpace.size(),
                "the demonstrations have observations of shape (%s), but %s has (%s)",
                demonstrations.observationSize(),
                world,
                observationSpace.size());
        if (!demonstrations.hasActions()) {
            return;
        }
        boolean wantsIndices = !(actionSpace instanceof Box);
        demand(
                demonstrations.discreteActions() == wantsIndices
                        && demonstrations.actionSize() == actionSpace.size(),
                "the demonstrations have %s actions of shape (%s), but %s has %s ones of shape (%s)",
                demonstrations.discreteActions() ? "discrete" : "continuous",
                demonstrations.actionSize(),
                world,
                wantsIndices ? "discrete" : "continuous",
                actionSpace.size());
        if (actionSpace instanceof Box bounds) {
            new ContinuousActions(demonstrations, bounds).check(world);
        } else {
            checkIndices(demonstrations, actionSpace);
        }
    }

    private static void checkIndices(Demonstrations demonstrations, Space space) {
        int size = demonstrations.actionSize();
        for (int i = 0; i < demonstrations.episodes().size(); i++) {
            Episode episode = demonstrations.episodes().get(i);
            for (int t = 0; t < episode.length(); t++) {
                demand(
                        space.contains(episode.actions(), t * size),
                        "action of episode %s, step %s is %s, which is not in %s",
                        i,
                        t,
                        value(episode.actions(), t * size, size),
                        space);
            }
        }
    }

    private static String value(double[] actions, int from, int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(size, 8); i++) {
            text.append(i == 0 ? "" : " ").append((long) actions[from + i]);
        }
        return text.toString();
    }

    private static void demand(boolean holds, String problem, Object... values) {
        if (!holds) {
            throw new DemonstrationException(String.format(Locale.ROOT, problem, values));
        }
    }

    /** How a recording's coordinates lie to their bounds. */
    private static final class ContinuousActions {

        private final Demonstrations demonstrations;
        private final Box bounds;
        private int total;
        private int onBound;
        private int outside;
        private boolean farOutside;
        private String first;

        ContinuousActions(Demonstrations demonstrations, Box bounds) {
            this.demonstrations = demonstrations;
            this.bounds = bounds;
        }

        void check(String world) {
            for (int i = 0; i < demonstrations.episodes().size(); i++) {
                double[] actions = demonstrations.episodes().get(i).actions();
                for (int k = 0; k < actions.length; k++) {
                    look(i, k / bounds.size(), k % bounds.size(), actions[k]);
                }
            }
            boolean unclipped =
                    onBound == 0
                            && !farOutside
                            && outside >= UNCLIPPED_COUNT
                            && outside >= UNCLIPPED_SHARE * total;
            demand(outside == 0 || unclipped, "%s, outside the bounds of %s", first, world);
        }

        private void look(int episode, int step, int coordinate, double value) {
            double low = bounds.low(coordinate);
            double high = bounds.high(coordinate);
            total++;
            if (value == low || value == high) {
                onBound++;
            }
            double range = high - low;
            double slack = ROUNDING * (Double.isInfinite(range) ? 1 : range);
            if (value >= low - slack && value <= high + slack) {
                return;
            }
            if (outside++ == 0) {
                first =
                        String.format(
                                Locale.ROOT,
                                "action[%s] of episode %s, step %s is %s, not in [%s, %s]",
                                coordinate,
                                episode,
                                step,
                                value,
                                low,
                                high);
            }
            double middle = (low + high) / 2;
            farOutside |= !(Math.abs(value - middle) <= UNCLIPPED_REACH * range / 2);
        }
    }
}
