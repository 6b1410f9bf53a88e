package dev.strait.envs.demonstration.container;

import static dev.strait.envs.Require.require;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an npy array says of itself: versions 1 to 3 of NumPy's format.
 *
 * @param type how a number lies in the file; text has the letter {@code U}, and its width is in
 *     characters
 * @param fortranOrder whether the first index moves fastest
 * @param shape sizes
 * @param length bytes that the header takes, the magic included
 */
record NpyHeader(ElementType type, boolean fortranOrder, int[] shape, int length) {

    private static final char TEXT = 'U';

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 16;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*('[^']*'|\\[)");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\sL]*)\\)");
    private static final Pattern TYPE = Pattern.compile("([<>|=])([biufU])(\\d{1,6})");

    /** Reads the header and leaves the stream at the first number. */
    static NpyHeader read(String name, DataInputStream in) throws IOException {
        byte[] magic = new byte[8];
        in.readFully(magic);
        require(
                Arrays.equals(Arrays.copyOf(magic, MAGIC.length), MAGIC),
                "%s is not an npy array (its first bytes are not \\x93NUMPY)",
                name);
        int version = magic[6];
        require(version >= 1 && version <= 3, "%s is npy version %s, not 1 to 3", name, version);
        int sizeBytes = version == 1 ? 2 : 4;
        long size = 0;
        for (int i = 0; i < sizeBytes; i++) {
            size |= (long) in.readUnsignedByte() << (8 * i);
        }
        require(size <= LONGEST, "%s has a header of %s bytes, more than %s", name, size, LONGEST);
        byte[] text = new byte[(int) size];
        in.readFully(text);
        return parse(name, new String(text, StandardCharsets.UTF_8), 8 + sizeBytes + (int) size);
    }

    private static NpyHeader parse(String name, String text, int length) {
        String descr = first(DESCR, text, name, "descr").replace("'", "");
        require(!descr.endsWith("O"), "%s is pickled, and pickles are never decoded", name);
        Matcher type = TYPE.matcher(descr);
        require(type.matches(), "%s has the type %s, which is not read", name, descr);
        char letter = type.group(2).charAt(0);
        int width = Integer.parseInt(type.group(3));
        boolean big = type.group(1).equals(">");
        ElementType element =
                new ElementType(
                        letter, width, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        require(
                letter == TEXT ? width >= 1 : element.isKnown(),
                "%s has the type %s, which is not read",
                name,
                descr);
        return new NpyHeader(
                element,
                first(FORTRAN, text, name, "fortran_order").equals("True"),
                shape(name, first(SHAPE, text, name, "shape")),
                length);
    }

    private static String first(Pattern pattern, String text, String name, String key) {
        Matcher matcher = pattern.matcher(text);
        require(matcher.find(), "%s has an npy header without a readable '%s'", name, key);
        return matcher.group(1);
    }

    private static int[] shape(String name, String text) {
        String[] sizes = text.replace("L", "").replaceAll("\\s", "").split(",");
        if (sizes.length == 1 && sizes[0].isEmpty()) {
            return new int[0];
        }
        require(sizes.length <= 32, "%s has %s sizes, more than NumPy's 32", name, sizes.length);
        int[] shape = new int[sizes.length];
        for (int i = 0; i < shape.length; i++) {
            require(
                    sizes[i].matches("\\d{1,9}"),
                    "%s has the size '%s' in its shape, beyond what is read",
                    name,
                    sizes[i]);
            shape[i] = Integer.parseInt(sizes[i]);
        }
        return shape;
    }

    boolean isText() {
        return type.letter() == TEXT;
    }

    /** Bytes of one element in the file. */
    int elementBytes() {
        return isText() ? 4 * type.width() : type.width();
    }
}
