package dev.strait.demos.play;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strait.envs.Environment;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.Episode;
import dev.strait.envs.probe.Probes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayingTest {

    private static final EnvironmentSpec CART_POLE = Environments.spec("CartPole-v1");
    private static final long SEED = 40;

    /** Pushes to where the pole leans: it falls after some tens of steps, unlike at every seed. */
    private static void lean(double[] observations, double[] actions) {
        for (int i = 0; i < actions.length; i++) {
            actions[i] = observations[4 * i + 2] > 0 ? 1 : 0;
        }
    }

    private static List<Episode> played(EnvironmentSpec spec, Actor actor, int episodes) {
        List<Episode> played = new ArrayList<>();
        Playing.play(spec, actor, episodes, SEED, played::add);
        return played;
    }

    /** Episode i is what one world by itself does from seed + i, whatever the others do. */
    @Test
    void shouldPlayEveryEpisodeAsIfItWereAlone() {
        List<Episode> played = played(CART_POLE, PlayingTest::lean, 4);
        for (int i = 0; i < 4; i++) {
            Episode episode = played.get(i);
            Environment alone = new Environment(CART_POLE);
            double[] observation = alone.reset(SEED + i).clone();
            for (int t = 0; t < episode.length(); t++) {
                assertArrayEquals(observation, row(episode, t));
                double[] action = new double[1];
                lean(observation, action);
                assertEquals(action[0], episode.actions()[t]);
                Environment.Step step = alone.step(action);
                assertEquals(t == episode.length() - 1, step.terminated());
                observation = step.observation().clone();
            }
            assertArrayEquals(observation, row(episode, episode.length()), "where it fell");
            assertTrue(episode.terminated() && !episode.truncated());
        }
        assertTrue(played.stream().map(Episode::length).distinct().count() > 1);
    }

    private static double[] row(Episode episode, int t) {
        return Arrays.copyOfRange(episode.observations(), 4 * t, 4 * t + 4);
    }

    /** More than are stepped together, and cut, not ended. */
    @Test
    void shouldPlayAnyNumberOfEpisodesToTheirLimit() {
        Played all = new Played();
        Actor zeros = (observations, actions) -> Arrays.fill(actions, 0);
        for (Episode episode : played(Probes.truncation(), zeros, 300)) {
            assertTrue(episode.truncated() && !episode.terminated());
            all.add(episode);
        }

        assertEquals(300, all.episodes());
        double limit = Probes.TRUNCATION_LIMIT;
        assertEquals(new Played.Figures(limit, 0, limit, limit, 300), all.lengths());
        assertEquals(new Played.Figures(10, 0, 10, 10, 300), all.returns());
    }

    /** Returns 2, 4 and 9: mean 5, squares 9 + 1 + 16. */
    @Test
    void shouldTellWhereReturnsLie() {
        Played played = new Played();
        for (double[] rewards : List.of(new double[] {2}, new double[] {5, -1}, new double[] {9})) {
            int length = rewards.length;
            played.add(new Episode(length, new double[length + 1], null, rewards, true, false));
        }

        assertEquals(new Played.Figures(5, Math.sqrt(26 / 3.0), 2, 9, 3), played.returns());
        assertEquals(2, played.lengths().max());
        assertEquals(4 / 3.0, played.lengths().mean(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new Played().returns());
    }

    /** Film and drawings are of the episode that playing gives. */
    @Test
    void shouldFilmTheSameEpisode(@TempDir Path folder) throws IOException {
        Episode episode = played(CART_POLE, PlayingTest::lean, 1).get(0);
        Path film = folder.resolve("film.gif");
        Path frames = Files.createDirectory(folder.resolve("frames"));

        double filmed = PlayedFilm.shoot(film, CART_POLE, PlayingTest::lean, SEED);
        double drawn = PlayedFilm.draw(frames, CART_POLE, PlayingTest::lean, SEED);

        assertEquals(episode.episodeReturn(), filmed);
        assertEquals(episode.episodeReturn(), drawn);
        assertTrue(Files.size(film) > 100);
        try (Stream<Path> files = Files.list(frames)) {
            List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(episode.length() + 1, names.size(), "the last state too");
            assertEquals("000000.png", names.get(0));
            assertEquals("%06d.png".formatted(episode.length()), names.get(names.size() - 1));
        }
    }
}
