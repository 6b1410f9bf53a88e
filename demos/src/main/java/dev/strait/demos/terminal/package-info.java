/**
 * What a command says to whoever sits at the terminal, or to the script that called it: an exit
 * code, tables of words, how far a training is, that Ctrl-C was heard.
 *
 * <p>Reading order: {@link dev.strait.demos.terminal.ExitCode}, {@link
 * dev.strait.demos.terminal.TextTable}, {@link dev.strait.demos.terminal.Remark}, {@link
 * dev.strait.demos.terminal.Delivery}, {@link dev.strait.demos.terminal.ProgressBar}, {@link
 * dev.strait.demos.terminal.Interruption}.
 *
 * <p>Papers: none.
 *
 * <p>The decision weighed: a signal is answered by a shutdown hook. {@code sun.misc.Signal} could
 * keep the virtual machine alive and let the command return as always, but it is not part of Java.
 *
 * <p>Details:
 *
 * <ul>
 *   <li>An interrupted run ends through {@link java.lang.Runtime#halt} in a shutdown hook, the only
 *       way to choose the exit code once the virtual machine is ending.
 *   <li>The launcher tells whether standard error is a terminal ({@code -Dstrait.terminal}); Java
 *       17 alone only knows of input and output together.
 *   <li>On a terminal one line is redrawn, ten times a second at most; elsewhere there is a line
 *       every tenth of the way or five seconds.
 * </ul>
 */
package dev.strait.demos.terminal;
