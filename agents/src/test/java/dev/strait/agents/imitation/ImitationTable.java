package dev.strait.agents.imitation;

import ai.djl.Device;
import dev.strait.agents.rollout.Evaluation;
import dev.strait.agents.rollout.PolicyLook;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.Session;
import dev.strait.core.tensor.Seeds;
import dev.strait.envs.EnvironmentSpec;
import dev.strait.envs.Environments;
import dev.strait.envs.demonstration.DemonstrationFile;
import dev.strait.envs.demonstration.Demonstrations;
import dev.strait.envs.demonstration.EpisodeSelection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The README's table of imitations: every method in every world from few and from many episodes,
 * over seeds. Returns are normalised between random actions (0) and the mean of the bundled file
 * (1).
 */
final class ImitationTable {

    static final List<String> WORLDS =
            List.of(
                    "CartPole-v1",
                    "Pendulum-v1",
                    "Acrobot-v1",
                    "MountainCar-v0",
                    "MountainCarContinuous-v0");

    /** The columns of the table. */
    private static final List<ImitationRecipes> RECIPES =
            List.of(
                    ImitationRecipes.BC,
                    ImitationRecipes.GAIL,
                    ImitationRecipes.AIRL,
                    ImitationRecipes.VAIL,
                    ImitationRecipes.VAIRL);

    /**
     * With 100 the mean of MountainCar-v0 is 0.014 off in the scale of the table, for all alike.
     */
    private static final int EPISODES = 1_000;

    private static final long SEED = 9_876;

    private final EnvironmentSpec spec;
    private final Demonstrations demonstrations;
    private final double random;
    private final double expert;

    ImitationTable(String world, Path data) {
        spec = Environments.spec(world);
        demonstrations = DemonstrationFile.read(data.resolve(world + ".npz"));
        random = Evaluation.ofRandomActions(spec, EPISODES, SEED).mean();
        expert = demonstrations.statistics().returns().orElseThrow().mean();
    }

    /**
     * One cell over seeds.
     *
     * @param normalised returns of the final policies, one a seed
     * @param steps until an evaluation first reached 95 %, −1 where none did
     * @param seconds until then, of training alone
     * @param lost later evaluations below 95 %
     */
    record Cell(double[] normalised, long[] steps, double[] seconds, int[] lost) {

        double mean() {
            return Evaluation.ofReturns(normalised).mean();
        }

        double least() {
            return Arrays.stream(normalised).min().orElseThrow();
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            Evaluation spread = Evaluation.ofReturns(normalised);
            text.append("%.3f ± %.3f |".formatted(spread.mean(), spread.std()));
            for (int i = 0; i < normalised.length; i++) {
                String reached =
                        steps[i] < 0
                                ? "never"
                                : "%d, %.2f s, %d lost".formatted(steps[i], seconds[i], lost[i]);
                text.append(" %.3f (%s)".formatted(normalised[i], reached));
            }
            return text.toString();
        }
    }

    /** Trains one method from the first episodes of the file, as long as its preset says. */
    Cell cell(ImitationRecipes recipe, int episodes, int seeds) {
        return cell(recipe, episodes, 0, seeds, 1);
    }

    /**
     * Trains one method from the first episodes of the file.
     *
     * @param first seed
     * @param times how many times as long as its preset says
     */
    Cell cell(ImitationRecipes recipe, int episodes, long first, int seeds, int times) {
        List<Double> normalised = new ArrayList<>();
        long[] steps = new long[seeds];
        double[] seconds = new double[seeds];
        int[] lost = new int[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            ImitationSettings settings = longer(ImitationPresets.of(recipe, spec.id()), times);
            Imitation imitation =
                    new Imitation(spec, settings, Device.cpu(), 1, new Seeds(first + seed));
            Demonstrations few = demonstrations.episodes(EpisodeSelection.first(episodes));
            try (PolicyTraining training = imitation.training(recipe, few, 1)) {
                double target = random + 0.95 * (expert - random);
                PolicyLook look =
                        new PolicyLook(
                                training,
                                spec,
                                new PolicyLook.Plan(settings.evaluateEvery(), 20, target));
                int run = seed;
                new Session(training, look)
                        .run(
                                progress -> {
                                    boolean below =
                                            progress.looked().get(PolicyLook.RETURN) < target;
                                    lost[run] += below && look.stepsToTarget() >= 0 ? 1 : 0;
                                },
                                () -> false);
                double mean = Evaluation.of(training.policy(), spec, EPISODES, SEED).mean();
                normalised.add((mean - random) / (expert - random));
                steps[seed] = look.stepsToTarget();
                seconds[seed] = look.secondsToTarget();
            }
        }
        return new Cell(
                normalised.stream().mapToDouble(Double::doubleValue).toArray(),
                steps,
                seconds,
                lost);
    }

    private static ImitationSettings longer(ImitationSettings preset, int times) {
        return new ImitationSettings(
                preset.policy(),
                preset.ppo(),
                preset.discriminator(),
                preset.cloning(),
                preset.warmStart(),
                preset.steps() * times,
                preset.evaluateEvery());
    }

    /**
     * Prints rows as they come.
     *
     * @param arguments folder of the bundled files, first seed, seeds, then worlds
     */
    public static void main(String... arguments) {
        Path data = Path.of(arguments[0]);
        long first = Long.parseLong(arguments[1]);
        int seeds = Integer.parseInt(arguments[2]);
        for (String world : List.of(arguments).subList(3, arguments.length)) {
            ImitationTable table = new ImitationTable(world, data);
            for (int episodes : new int[] {10, 1}) {
                for (ImitationRecipes recipe : RECIPES) {
                    System.out.printf(
                            "| %s | %s | %d | %s%n",
                            world, recipe, episodes, table.cell(recipe, episodes, first, seeds, 1));
                }
            }
        }
    }
}
