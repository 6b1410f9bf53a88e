package dev.strait.demos.run;

/**
 * One figure about generated pictures, with all that it depends on.
 *
 * @param value such as the FID
 * @param deviation its standard deviation; NaN where it has none
 * @param extractor what saw the features: name, hash, accuracy
 * @param images number of generated pictures
 * @param realImages number of real ones
 */
public record PictureFigure(
        double value, double deviation, String extractor, int images, int realImages) {}
