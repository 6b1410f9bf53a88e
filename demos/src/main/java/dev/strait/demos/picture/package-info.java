/**
 * What a person looks at: plots, films, and the report that holds both. A report is one HTML file
 * without script or outside reference; its plots are SVG in the page's own colours.
 *
 * <p>Reading order: {@link dev.strait.demos.picture.TrainingReport} and {@code TrainingCharts}
 * (what is shown and why), {@link dev.strait.demos.picture.GanReport} and {@code GanCharts} (the
 * same for generators), {@link dev.strait.demos.picture.TransferReport}, {@link
 * dev.strait.demos.picture.ReportPage} with its report.css, {@link
 * dev.strait.demos.picture.Figure}, {@link dev.strait.demos.picture.LinePlot}, {@link
 * dev.strait.demos.picture.Series}, {@code PlotSvg}, {@code Ticks}; {@link
 * dev.strait.demos.picture.PlanePlot}, {@code PlaneSvg} and {@code Diverging}; {@link
 * dev.strait.demos.picture.GifWriter} and {@code Palette}, {@link
 * dev.strait.demos.picture.PictureFile}.
 *
 * <p>Paper: Heckbert 1982, "Color image quantization for frame buffer display" (median cut).
 *
 * <p>The decision weighed: a chart library (XChart, JFreeChart) draws to Java2D, whose SVG comes
 * out in fixed colours and with outlines for letters. A report that follows light and dark, prints,
 * and tells figures under the pointer needs SVG with classes, which for lines over one axis is less
 * code than styling a library.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>Colours after Okabe and Ito (2008), told apart by colour-blind readers; each line is named
 *       in a legend, too.
 *   <li>More than 300 points of a line become means of neighbours.
 *   <li>A heat map is a picture of one pixel a value within the SVG, which the viewer smooths; its
 *       colours meet in white, where a discriminator is undecided.
 *   <li>A film keeps what is shown and redraws the changed rectangle; frames that stand less than
 *       20 ms are refused, since browsers slow them down.
 *   <li>A film's colours are its first frame's, within 12 of 255 in each channel, else the frame
 *       brings its own.
 * </ul>
 */
package dev.strait.demos.picture;
