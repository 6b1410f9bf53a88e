package dev.strait.envs.physics.mjcf;

import static dev.strait.envs.Require.require;

import dev.strait.envs.file.ContainedReading;
import dev.strait.envs.physics.MarginRule;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.ModelBuilder;
import dev.strait.envs.physics.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;

/** Reads a {@link Model} from MuJoCo's XML. */
public final class MjcfReader {

    private MjcfReader() {}

    /**
     * Reads a file, with the margins of MuJoCo 3.
     *
     * @throws MjcfException naming the file, the line and the element that cannot be used
     */
    public static Model read(Path file) {
        return read(file, MarginRule.SUM);
    }

    /**
     * Reads a file.
     *
     * @param margins how the margins of two geoms become one; a file cannot say it
     * @throws MjcfException naming the file, the line and the element that cannot be used
     */
    public static Model read(Path file, MarginRule margins) {
        return ContainedReading.of(
                file,
                () -> {
                    require(Files.isRegularFile(file), "it is a folder, not a file");
                    try (InputStream in = Files.newInputStream(file)) {
                        return model(in, margins);
                    }
                },
                MjcfException::new);
    }

    /**
     * Reads a model that is bundled beside a class.
     *
     * @param beside whose package holds it
     * @param name such as {@code hopper.xml}
     * @throws IllegalArgumentException if there is none of this name
     * @throws MjcfException if it cannot be used
     */
    public static Model resource(Class<?> beside, String name, MarginRule margins) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            require(in != null, "there is no model %s beside %s", name, beside.getName());
            return model(in, margins);
        } catch (MjcfElement.Refusal refused) {
            throw new MjcfException(Path.of(name), refused.getMessage(), refused);
        } catch (IOException broken) {
            throw new MjcfException(
                    Path.of(name), "cannot be read: " + ContainedReading.reason(broken), broken);
        }
    }

    private static Model model(InputStream in, MarginRule margins) throws IOException {
        MjcfElement root = MjcfXml.parse(in);
        MjcfNames.check(root);
        Map<Object, MjcfElement> origins = new IdentityHashMap<>();
        MjcfSettings settings = new MjcfSettings(root, margins);
        MjcfDefaults defaults = new MjcfDefaults(root);
        ModelBuilder builder = new ModelBuilder(settings.options());
        settings.totalMass().ifPresent(builder::totalMass);
        new MjcfBodies(settings, defaults, origins).into(builder, root);
        new MjcfActuators(settings, defaults, origins).into(builder, root);
        new MjcfContacts(origins).into(builder, root);
        try {
            return builder.build();
        } catch (ModelException wrong) {
            throw origins.getOrDefault(wrong.part(), root).refusal("%s", wrong.problem());
        }
    }
}
