package dev.strait.envs.locomotion;

import dev.strait.envs.physics.MarginRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What Gymnasium 1.3.0 on MuJoCo 3.14.0 did in one world: {@code gymnasium-steps.txt}.
 *
 * <p>A script wrote it that, for each world, played random actions of up to 1.3 times their bounds
 * from a few seeds, took states on the way and near the end of the episode (and some that random
 * actions do not reach: at the ends of rails, with velocities beyond 10), set each by {@code
 * set_state(q, v)} and made up to three steps (Humanoid: two) with new random actions, noting all
 * numbers with {@code repr}. Everything is as Gymnasium has it but for two things: Humanoid's
 * solver is Newton's with tolerance 1e-14 instead of 50 iterations of PGS, and for the sections
 * "max" all geoms' margins, which are equal, were halved, so that their sum is the larger of the
 * old ones.
 *
 * <p>Lines: W id rule; B seed and the O of reset(seed); S q v; for each step A action, O
 * observation, R reward terminated.
 *
 * @param id of the world
 * @param rule of contact margins
 * @param resets initial observations
 * @param segments consecutive steps
 */
record Recording(String id, MarginRule rule, List<Reset> resets, List<Segment> segments) {

    /** What a seed begins with. */
    record Reset(long seed, double[] observation) {}

    /** Steps from a state that was set (q, then v). */
    record Segment(double[] state, List<Step> steps) {}

    /** One step. */
    record Step(double[] action, double[] observation, double reward, boolean terminated) {}

    static List<Recording> all() {
        List<Recording> all = new ArrayList<>();
        try (InputStream in = Recording.class.getResourceAsStream("gymnasium-steps.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line, lines, all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void read(String line, BufferedReader lines, List<Recording> all)
            throws IOException {
        if (line.startsWith("W")) {
            String[] words = line.split(" ");
            MarginRule rule = MarginRule.valueOf(words[2].toUpperCase(Locale.ROOT));
            all.add(new Recording(words[1], rule, new ArrayList<>(), new ArrayList<>()));
            return;
        }
        Recording last = all.get(all.size() - 1);
        switch (line.charAt(0)) {
            case 'B' ->
                    last.resets.add(new Reset(Long.parseLong(line.substring(2)), numbers(lines)));
            case 'S' -> last.segments.add(new Segment(numbers(line), new ArrayList<>()));
            default -> {
                double[] observation = numbers(lines);
                double[] outcome = numbers(lines);
                last.segments
                        .get(last.segments.size() - 1)
                        .steps
                        .add(new Step(numbers(line), observation, outcome[0], outcome[1] == 1));
            }
        }
    }

    private static double[] numbers(BufferedReader lines) throws IOException {
        return numbers(lines.readLine());
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.substring(2).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Override
    public String toString() {
        return id + " " + rule;
    }
}
