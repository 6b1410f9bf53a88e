package dev.strait.demos.experiment;

import java.util.List;

/** All experiments, in reading order. */
public final class Exhibits {

    private static final List<Exhibit> ALL =
            List.of(
                    new PlaneExhibit(),
                    new LineExhibit(),
                    new GameExhibit(),
                    new DiracExhibit(),
                    new VanishingExhibit(),
                    new DistancesExhibit(),
                    new BetaExhibit(),
                    new MixtureExhibit());

    private Exhibits() {}

    /** All of them. */
    public static List<Exhibit> all() {
        return ALL;
    }

    /** Their names. */
    public static List<String> names() {
        return ALL.stream().map(Exhibit::name).toList();
    }
}
