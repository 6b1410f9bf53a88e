package dev.strait.demos;

import dev.strait.envs.Environment;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DatasetDescription;
import dev.strait.envs.demonstration.DemonstrationFile;
import dev.strait.envs.demonstration.DemonstrationFormat;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.Episode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Demonstrations by a rule of one line: push to where the pole leans and turns. */
public final class ScriptedCartPole {

    static final String ID = "CartPole-v1";
    private static final int STEPS = 120;
    private static final int SIZE = 4;

    private ScriptedCartPole() {}

    static Demonstrations episodes(int count) {
        List<Episode> episodes = new ArrayList<>();
        for (int seed = 0; seed < count; seed++) {
            episodes.add(episode(seed));
        }
        return new Demonstrations("test", Optional.of(ID), SIZE, 1, true, episodes);
    }

    private static Episode episode(long seed) {
        Environment environment = Environments.make(ID);
        double[] observations = new double[(STEPS + 1) * SIZE];
        double[] actions = new double[STEPS];
        double[] rewards = new double[STEPS];
        double[] now = environment.reset(seed);
        for (int t = 0; t < STEPS; t++) {
            System.arraycopy(now, 0, observations, t * SIZE, SIZE);
            actions[t] = now[2] + now[3] > 0 ? 1 : 0;
            Environment.Step step = environment.step(actions[t]);
            if (step.terminated()) {
                throw new IllegalStateException("the rule fell at step " + t);
            }
            rewards[t] = step.reward();
            now = step.observation();
        }
        System.arraycopy(now, 0, observations, STEPS * SIZE, SIZE);
        return new Episode(STEPS, observations, actions, rewards, false, true);
    }

    /** Writes a few episodes as an npz. */
    public static Path write(Path folder) {
        Path file = folder.resolve("scripted.npz");
        DemonstrationFile.write(
                file,
                episodes(3),
                DemonstrationFormat.IMITATION_NPZ,
                DatasetDescription.of("scripted-v0", Environments.spec(ID), "a rule", ""));
        return file;
    }
}
