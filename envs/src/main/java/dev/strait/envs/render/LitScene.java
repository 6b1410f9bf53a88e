package dev.strait.envs.render;

import dev.strait.envs.World;
import dev.strait.envs.mimic.MotionImitation;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * Bodies in space under a lamp, with a camera that walks along beside them; of a character that is
 * to move as a clip does, the clip behind it, pale.
 */
final class LitScene implements Scene {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final double VIEW = 0.7;

    /** Metres between a character and its clip. */
    private static final double ASIDE = 0.9;

    private final BodyShapes shapes;
    private final boolean ground;
    private final int up;
    private final double size;
    private final double eyeLevel;

    LitScene(Model model) {
        shapes = new BodyShapes(model);
        ground = shapes.grounded();
        up = Math.abs(model.options().gravityY()) > Math.abs(model.options().gravityZ()) ? 1 : 2;
        Simulation reference = BodyScenes.reference(model);
        double[] centre = BodyScenes.centreOfMass(reference);
        size = BodyScenes.reach(shapes.movers(reference), centre);
        eyeLevel = centre[up];
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void paint(Brush brush, World world) {
        Simulation now = BodyShapes.evaluated(world);
        List<Solid> solids = new ArrayList<>(shapes.solids(now));
        if (world instanceof MotionImitation character) {
            clip(character, now).forEach(solid -> solids.add(solid.painted(Brush.GHOST)));
        }
        LitStage stage = new LitStage(solids, ground, up);
        int width = (int) Math.ceil(WIDTH * brush.pixels());
        int height = (int) Math.ceil(HEIGHT * brush.pixels());
        brush.picture(stage.picture(camera(now, width, height)), WIDTH, HEIGHT);
    }

    /** The character as its clip has it, an arm's length farther off than the character is. */
    private List<Solid> clip(MotionImitation character, Simulation now) {
        Simulation there = new Simulation(now.model());
        double[] pose = there.positions();
        character.reference().position(character.phase(), pose);
        int side = 3 - up;
        pose[0] = now.positions()[0];
        pose[side] = now.positions()[side] + (up == 2 ? ASIDE : -ASIDE);
        there.forward();
        return shapes.solids(there);
    }

    /** At the bodies' right hand, a little ahead and above; it rises and sinks half as much. */
    private Camera camera(Simulation now, int width, int height) {
        int side = 3 - up;
        double[] target = BodyScenes.centreOfMass(now);
        target[up] = (eyeLevel + target[up]) / 2;
        double[] eye = target.clone();
        eye[0] += 1.2 * size;
        eye[side] += (up == 2 ? -3 : 3) * size;
        eye[up] += size;
        double[] above = new double[3];
        above[up] = 1;
        return new Camera(eye, target, above, VIEW, width, height);
    }
}
