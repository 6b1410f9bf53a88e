package dev.strait.demos.picture;

import dev.strait.demos.run.Disk;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes frames to an endlessly looping GIF, one at a time, so that a film never has to fit into
 * memory. A frame holds only the rectangle that changed; the colours are those of the first frame,
 * unless a later one needs its own.
 */
public final class GifWriter implements AutoCloseable {

    private static final String METADATA = "javax_imageio_gif_image_1.0";

    private final ImageWriter writer;
    private final ImageOutputStream out;
    private final int delayHundredths;
    private Palette common;
    private int[] shown;
    private int width;
    private int height;

    private GifWriter(ImageOutputStream out, int delayMillis) throws IOException {
        this.out = out;
        this.delayHundredths = Math.round(delayMillis / 10f);
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("gif");
        writer = writers.next();
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    /** What draws the frames of a film, one after another. */
    @FunctionalInterface
    public interface Film {
        /** Hands every frame to the writer. */
        void play(GifWriter writer) throws IOException;
    }

    /**
     * Makes a file.
     *
     * @param delayMillis time that a frame stands, at least 20: browsers slow shorter ones down
     * @throws java.io.UncheckedIOException with one line for people if the disk refuses
     */
    public static void write(Path file, int delayMillis, Film film) {
        if (delayMillis < 20) {
            throw new IllegalArgumentException(
                    "delayMillis must be at least 20, but was " + delayMillis);
        }
        // ImageIO otherwise puts every stream's content into a temporary file as well.
        ImageIO.setUseCache(false);
        Disk.write(
                file,
                temporary -> {
                    // Empty and there: ImageIO prints a stack trace where it cannot open a file.
                    Files.write(temporary, new byte[0]);
                    try (ImageOutputStream out =
                                    ImageIO.createImageOutputStream(temporary.toFile());
                            GifWriter writer = new GifWriter(out, delayMillis)) {
                        film.play(writer);
                    }
                });
    }

    /**
     * Adds a frame.
     *
     * @throws IllegalArgumentException if it is not of the first frame's size
     */
    public void frame(BufferedImage image) throws IOException {
        int[] colours =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        if (shown == null) {
            width = image.getWidth();
            height = image.getHeight();
            common = Palette.of(colours);
        } else if (image.getWidth() != width || image.getHeight() != height) {
            throw new IllegalArgumentException(
                    "the film has frames of %s × %s, but one is %s × %s"
                            .formatted(width, height, image.getWidth(), image.getHeight()));
        }
        Rectangle changed = changed(colours);
        int[] part = part(colours, changed);
        Palette palette = common.represents(part) ? common : Palette.of(part);
        write(palette.index(part, changed.width, changed.height), changed);
        shown = colours;
    }

    @Override
    public void close() throws IOException {
        try {
            if (shown == null) {
                throw new IllegalStateException("a film needs at least one frame");
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
            out.flush();
        }
    }

    /** The smallest rectangle around all that differs from what is shown; at least one pixel. */
    private Rectangle changed(int[] colours) {
        if (shown == null) {
            return new Rectangle(0, 0, width, height);
        }
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int i = 0; i < colours.length; i++) {
            if (colours[i] != shown[i]) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = i / width;
            }
        }
        return right < 0
                ? new Rectangle(0, 0, 1, 1)
                : new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    private int[] part(int[] colours, Rectangle at) {
        int[] part = new int[at.width * at.height];
        for (int row = 0; row < at.height; row++) {
            System.arraycopy(colours, (at.y + row) * width + at.x, part, row * at.width, at.width);
        }
        return part;
    }

    private void write(BufferedImage image, Rectangle at) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA);
        IIOMetadataNode descriptor = child(root, "ImageDescriptor");
        descriptor.setAttribute("imageLeftPosition", Integer.toString(at.x));
        descriptor.setAttribute("imageTopPosition", Integer.toString(at.y));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(delayHundredths));
        if (shown == null) {
            child(root, "ApplicationExtensions").appendChild(endlessLoop());
        }
        metadata.setFromTree(METADATA, root);
        writer.writeToSequence(new IIOImage(image, null, metadata), null);
    }

    /** Netscape's extension: sub-block 1, then the number of repetitions, 0 for no end. */
    private static IIOMetadataNode endlessLoop() {
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        return loop;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode child = new IIOMetadataNode(name);
        root.appendChild(child);
        return child;
    }
}
