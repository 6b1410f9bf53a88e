/**
 * How every reader of data treats the file that a user names: it may be missing, forbidden, cut
 * short or hostile, and the user is told in one line, by one exception, which of these it is.
 *
 * <p>Reading order: {@code UnusableFileException}, {@code ContainedReading}.
 *
 * <p>Decision weighed: readers could throw {@code IOException} as Java's do. What is wrong with a
 * file that somebody named is an argument that cannot be used, so it is an {@link
 * java.lang.IllegalArgumentException}, which the command line turns into one line and the exit code
 * of bad arguments; readers inside state what they require and know no file names.
 */
package dev.strait.envs.file;
