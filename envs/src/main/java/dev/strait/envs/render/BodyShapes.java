package dev.strait.envs.render;

import dev.strait.envs.World;
import dev.strait.envs.physics.GeomType;
import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.Simulated;
import dev.strait.envs.physics.Simulation;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The geoms of a simulation as solids in their places, and the colours of its bodies. */
final class BodyShapes {

    private static final Color[] LIMBS = {Brush.SEA, Brush.BRICK, Brush.GOLD, Brush.WOOD};

    private final Model model;
    private final Color[] colours;

    BodyShapes(Model model) {
        this.model = model;
        colours = new Color[model.bodyCount()];
        colours[0] = Brush.STEEL;
        int[] children = new int[colours.length];
        for (int body = 1; body < colours.length; body++) {
            children[model.bodyParent(body)]++;
        }
        int limbs = 0;
        for (int body = 1; body < colours.length; body++) {
            int parent = model.bodyParent(body);
            boolean limb = children[parent] > 1 || colours[parent] == Brush.IRIS;
            if (parent == 0) {
                colours[body] = Brush.IRIS;
            } else {
                colours[body] = limb ? LIMBS[limbs++ % LIMBS.length] : colours[parent];
            }
        }
    }

    /**
     * A copy of a world's simulation, evaluated at its present state: reading it leaves the world
     * as it is, whose own kinematics may belong to the step before.
     */
    static Simulation evaluated(World world) {
        Simulation present = ((Simulated) world).simulation();
        Simulation copy = new Simulation(present.model());
        double[] state = new double[present.stateSize()];
        present.saveState(state, 0);
        copy.restoreState(state, 0);
        copy.forward();
        return copy;
    }

    /** All geoms but planes, those of the later bodies first. */
    List<Solid> solids(Simulation simulation) {
        return solids(simulation, body -> true);
    }

    /** What never moves, planes left out. */
    List<Solid> fixtures(Simulation simulation) {
        return solids(simulation, body -> body == 0);
    }

    /** What moves. */
    List<Solid> movers(Simulation simulation) {
        return solids(simulation, body -> body != 0);
    }

    private List<Solid> solids(Simulation simulation, IntPredicate wanted) {
        List<Solid> solids = new ArrayList<>();
        for (int geom = model.geomCount() - 1; geom >= 0; geom--) {
            if (wanted.test(model.geomBody(geom)) && model.geomType(geom) != GeomType.PLANE) {
                double[] centre = new double[3];
                simulation.geomPosition(geom, centre, 0);
                double[] axes = new double[9];
                simulation.geomMatrix(geom, axes, 0);
                solids.add(new Solid(form(geom), colour(geom), centre, axes));
            }
        }
        return solids;
    }

    /** Whether some plane is the ground. */
    boolean grounded() {
        for (int geom = 0; geom < model.geomCount(); geom++) {
            if (model.geomType(geom) == GeomType.PLANE) {
                return true;
            }
        }
        return false;
    }

    private Color colour(int geom) {
        int body = model.geomBody(geom);
        // A ball that stands about and touches nothing is a mark, such as a maze's goal.
        boolean mark =
                body == 0 && model.geomType(geom) == GeomType.SPHERE && !model.geomTouches(geom);
        return mark ? Brush.GOLD : colours[body];
    }

    private Solid.Form form(int geom) {
        double first = model.geomSize(geom, 0);
        double second = model.geomSize(geom, 1);
        return switch (model.geomType(geom)) {
            case SPHERE -> new Solid.Sphere(first);
            // A cylinder only stands about; its edges are not worth a form of their own.
            case CAPSULE, CYLINDER -> new Solid.Capsule(first, second);
            case BOX -> new Solid.Box(first, second, model.geomSize(geom, 2));
            case PLANE -> throw new IllegalArgumentException("a plane is no solid");
        };
    }
}
