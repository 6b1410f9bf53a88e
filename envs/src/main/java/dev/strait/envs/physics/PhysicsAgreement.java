package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds single steps against those that MuJoCo recorded: every row of a recording is a state, the
 * controls, and the state one step later.
 *
 * <p>The error of a step is the largest of |q − q′| and |v − v′| / (1 + |v′|) over all coordinates.
 */
public final class PhysicsAgreement {

    private static final String MODEL = "_model.txt";
    private static final String STEPS = "_steps.csv";

    private PhysicsAgreement() {}

    /**
     * Errors of one recording.
     *
     * @param model its name
     * @param steps compared
     * @param median of their errors
     * @param percentile99 of their errors
     * @param largest of their errors
     * @param worstRow the step with the largest error, from 0
     */
    public record Result(
            String model,
            int steps,
            double median,
            double percentile99,
            double largest,
            int worstRow) {}

    /**
     * Compares every {@code NAME_model.txt} with its {@code NAME_steps.csv}, in the order of names.
     *
     * @param folder of recordings
     * @throws IllegalArgumentException if there are none, or one cannot be read
     */
    public static List<Result> of(Path folder) {
        List<String> names = names(folder);
        require(!names.isEmpty(), "no recordings NAME%s and NAME%s in %s", MODEL, STEPS, folder);
        return names.stream().map(name -> of(folder, name)).toList();
    }

    private static List<String> names(Path folder) {
        require(Files.isDirectory(folder), "%s is not a folder of recordings", folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(MODEL))
                    .map(file -> file.substring(0, file.length() - MODEL.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Result of(Path folder, String name) {
        try {
            Model model = model(folder, name);
            List<double[]> rows = rows(folder.resolve(name + STEPS), model);
            return compare(name, model, rows);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s in %s cannot be read: %s".formatted(name, folder, e.getMessage()), e);
        }
    }

    static Model model(Path folder, String name) throws IOException {
        ModelArrays arrays = ModelDump.read(folder.resolve(name + MODEL));
        if (name.equals("swimmer")) {
            // The file does not say what Gymnasium's swimmer.xml swims in.
            arrays.options = arrays.options.withMedium(4000, 0.1);
        }
        return new Model(arrays);
    }

    private static List<double[]> rows(Path file, Model model) throws IOException {
        int columns = 2 * (model.nq + model.nv) + model.nu + 2;
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble))
                .map(java.util.stream.DoubleStream::toArray)
                .peek(
                        row ->
                                require(
                                        row.length == columns,
                                        "a row of %s has %s columns, %s are needed",
                                        file,
                                        row.length,
                                        columns))
                .toList();
    }

    private static Result compare(String name, Model model, List<double[]> rows) {
        require(!rows.isEmpty(), "%s%s has no steps", name, STEPS);
        Simulation simulation = new Simulation(model);
        double[] errors = rows.stream().mapToDouble(row -> error(simulation, row)).toArray();
        int worst = 0;
        for (int i = 1; i < errors.length; i++) {
            // A NaN is worse than any number.
            worst = Double.compare(errors[i], errors[worst]) > 0 ? i : worst;
        }
        double[] sorted = errors.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return new Result(
                name,
                n,
                sorted[n / 2],
                sorted[Math.min(n - 1, (int) (0.99 * n))],
                sorted[n - 1],
                worst);
    }

    /** Steps from the state of a row and compares with the row's next state. */
    static double error(Simulation simulation, double[] row) {
        int nq = simulation.positions().length;
        int nv = simulation.velocities().length;
        int nu = simulation.controls().length;
        System.arraycopy(row, 0, simulation.positions(), 0, nq);
        System.arraycopy(row, nq, simulation.velocities(), 0, nv);
        System.arraycopy(row, nq + nv, simulation.controls(), 0, nu);
        simulation.step();
        int next = nq + nv + nu;
        double worst = 0;
        for (int i = 0; i < nq; i++) {
            worst = Math.max(worst, Math.abs(simulation.positions()[i] - row[next + i]));
        }
        for (int i = 0; i < nv; i++) {
            double recorded = row[next + nq + i];
            double apart = Math.abs(simulation.velocities()[i] - recorded);
            worst = Math.max(worst, apart / (1 + Math.abs(recorded)));
        }
        return worst;
    }
}
