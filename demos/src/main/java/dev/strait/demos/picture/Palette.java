package dev.strait.demos.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * At most 256 colours that stand for a picture's: its own where those suffice, otherwise the means
 * of boxes by median cut (Heckbert 1982, "Color image quantization for frame buffer display").
 */
final class Palette {

    private static final int SIZE = 256;

    /** Difference in one channel that nobody sees in a moving picture. */
    private static final int UNSEEN = 12;

    private final int[] colours;
    private final Map<Integer, Integer> nearest = new HashMap<>();

    private Palette(int[] colours) {
        this.colours = colours;
    }

    /** A palette for pixels given as 0xAARRGGBB; opacity is ignored. */
    static Palette of(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int start = 0, end; start < pixels.length; start = end) {
            end = runEnd(pixels, start);
            counts.merge(pixels[start] & 0xffffff, end - start, Integer::sum);
        }
        List<List<int[]>> boxes = new ArrayList<>();
        boxes.add(new ArrayList<>());
        counts.forEach((colour, count) -> boxes.get(0).add(new int[] {colour, count}));
        if (counts.size() > SIZE) {
            cut(boxes);
            return new Palette(boxes.stream().mapToInt(Palette::mean).toArray());
        }
        return new Palette(counts.keySet().stream().mapToInt(c -> c).sorted().toArray());
    }

    /** Whether every pixel has a colour here that cannot be told from it. */
    boolean represents(int[] pixels) {
        for (int start = 0; start < pixels.length; start = runEnd(pixels, start)) {
            int colour = pixels[start] & 0xffffff;
            int stand = colours[nearest(colour)];
            for (int shift = 0; shift <= 16; shift += 8) {
                if (Math.abs(channel(colour, shift) - channel(stand, shift)) > UNSEEN) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The pixels as an image of this palette. */
    BufferedImage index(int[] pixels, int width, int height) {
        BufferedImage image =
                new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model());
        byte[] indices = new byte[pixels.length];
        for (int start = 0, end; start < pixels.length; start = end) {
            end = runEnd(pixels, start);
            Arrays.fill(indices, start, end, (byte) nearest(pixels[start] & 0xffffff));
        }
        image.getRaster().setDataElements(0, 0, width, height, indices);
        return image;
    }

    /** Where the run of equal pixels ends: drawn pictures are mostly runs. */
    private static int runEnd(int[] pixels, int start) {
        int end = start + 1;
        while (end < pixels.length && pixels[end] == pixels[start]) {
            end++;
        }
        return end;
    }

    private IndexColorModel model() {
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
    }

    private int nearest(int colour) {
        return nearest.computeIfAbsent(colour, this::search);
    }

    private int search(int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int distance = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int difference = channel(colour, shift) - channel(colours[i], shift);
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** Halves the box with the widest channel, until there are enough boxes. */
    private static void cut(List<List<int[]>> boxes) {
        while (boxes.size() < SIZE) {
            List<int[]> widest =
                    boxes.stream().max(Comparator.comparingInt(Palette::extent)).orElseThrow();
            int shift = widestChannel(widest);
            widest.sort(Comparator.comparingInt(entry -> channel(entry[0], shift)));
            int half = median(widest);
            boxes.remove(widest);
            boxes.add(new ArrayList<>(widest.subList(0, half)));
            boxes.add(new ArrayList<>(widest.subList(half, widest.size())));
        }
    }

    private static int median(List<int[]> box) {
        long total = box.stream().mapToLong(entry -> entry[1]).sum();
        long seen = 0;
        for (int i = 0; i < box.size() - 1; i++) {
            seen += box.get(i)[1];
            if (seen * 2 >= total) {
                return i + 1;
            }
        }
        return box.size() - 1;
    }

    private static int extent(List<int[]> box) {
        return extent(box, widestChannel(box));
    }

    private static int widestChannel(List<int[]> box) {
        int widest = 0;
        for (int shift = 8; shift <= 16; shift += 8) {
            widest = extent(box, shift) > extent(box, widest) ? shift : widest;
        }
        return widest;
    }

    private static int extent(List<int[]> box, int shift) {
        int low = 255;
        int high = 0;
        for (int[] entry : box) {
            low = Math.min(low, channel(entry[0], shift));
            high = Math.max(high, channel(entry[0], shift));
        }
        return high - low;
    }

    private static int mean(List<int[]> box) {
        long total = box.stream().mapToLong(entry -> entry[1]).sum();
        int mean = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int channel = shift;
            long sum = box.stream().mapToLong(e -> (long) channel(e[0], channel) * e[1]).sum();
            mean |= (int) (sum / total) << shift;
        }
        return mean;
    }

    private static int channel(int colour, int shift) {
        return colour >> shift & 0xff;
    }
}
