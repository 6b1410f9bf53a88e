package dev.strait.envs.render;

import static dev.strait.envs.Require.require;

import dev.strait.envs.AbsorbingWorld;
import dev.strait.envs.World;
import dev.strait.envs.classic.Acrobot;
import dev.strait.envs.classic.CartPole;
import dev.strait.envs.classic.MountainCar;
import dev.strait.envs.classic.MountainCarContinuous;
import dev.strait.envs.classic.Pendulum;
import dev.strait.envs.maze.Maze;
import dev.strait.envs.mimic.MotionImitation;
import dev.strait.envs.motion.SagittalMotion;
import dev.strait.envs.physics.Simulated;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Draws the present state of a world, without a display: the classic worlds as one knows them from
 * Gymnasium, mazes from above, worlds of bodies from the side, from above or lit in three
 * dimensions, every other one as a slider for each observed number.
 *
 * <pre>{@code
 * FrameRenderer renderer = FrameRenderer.forWorld(environment.world());
 * BufferedImage frame = renderer.frame(environment.world());
 * }</pre>
 *
 * <p>A renderer holds no state and may be shared.
 */
public final class FrameRenderer {

    private final Scene scene;
    private final double scale;

    private FrameRenderer(Scene scene, double scale) {
        this.scene = scene;
        this.scale = scale;
    }

    /** A renderer for worlds of this one's kind, at the natural size (at most 600 by 500). */
    public static FrameRenderer forWorld(World world) {
        return forWorld(world, 1);
    }

    /**
     * A renderer for worlds of this one's kind.
     *
     * @param scale of the frame's sides against the natural size, above 0 and at most 10
     */
    public static FrameRenderer forWorld(World world, double scale) {
        require(scale > 0 && scale <= 10, "scale must be in (0, 10], but was %s", scale);
        return new FrameRenderer(sceneOf(world), scale);
    }

    private static Scene sceneOf(World world) {
        if (world instanceof AbsorbingWorld absorbing) {
            return sceneOf(absorbing.inner());
        }
        if (world instanceof CartPole) {
            return new CartPoleScene();
        }
        if (world instanceof Pendulum) {
            return new PendulumScene();
        }
        if (world instanceof Acrobot) {
            return new AcrobotScene();
        }
        if (world instanceof MountainCar car) {
            return new HillScene(car.goal());
        }
        if (world instanceof MountainCarContinuous car) {
            return new HillScene(car.goal());
        }
        if (world instanceof Maze maze) {
            return new MazeScene(maze.layout());
        }
        if (world instanceof MotionImitation character
                && character.poseSize() == SagittalMotion.SIZE) {
            return new BipedScene();
        }
        if (world instanceof Simulated bodies) {
            return BodyScenes.of(bodies.simulation().model());
        }
        return new SliderScene(world.observationSpace().size());
    }

    /** Width of a frame in pixels. */
    public int width() {
        return Math.max(1, (int) Math.round(scene.width() * scale));
    }

    /** Height of a frame in pixels. */
    public int height() {
        return Math.max(1, (int) Math.round(scene.height() * scale));
    }

    /** A new picture of a world's present state. */
    public BufferedImage frame(World world) {
        BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width(), height());
            graphics.scale(scale, scale);
            scene.paint(new Brush(graphics), world);
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
