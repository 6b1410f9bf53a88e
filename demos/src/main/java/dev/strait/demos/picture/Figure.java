package dev.strait.demos.picture;

import java.util.List;

/** Something drawn that a report shows with its title, legend and explanation. */
public sealed interface Figure permits LinePlot, PlanePlot {

    /** What is shown. */
    String title();

    /** One sentence: how to read it. */
    String explanation();

    /** Names of the coloured parts, in the order of their colours; a blank one is not told. */
    List<String> legend();

    /** The drawing, in the colours of the page it stands in. */
    String svg();
}
