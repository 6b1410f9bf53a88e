package dev.strait.envs.render;

import dev.strait.envs.physics.Model;
import dev.strait.envs.physics.Simulation;
import java.util.List;

/** How a model is seen: in the plane of its motion where it has one, else lit in space. */
final class BodyScenes {

    private BodyScenes() {}

    static Scene of(Model model) {
        return MotionPlane.of(model)
                .<Scene>map(plane -> new PlaneScene(model, plane))
                .orElseGet(() -> new LitScene(model));
    }

    /** The model in its reference pose. */
    static Simulation reference(Model model) {
        Simulation simulation = new Simulation(model);
        simulation.forward();
        return simulation;
    }

    static double[] centreOfMass(Simulation simulation) {
        double[] centre = new double[3];
        simulation.centreOfMass(centre, 0);
        return centre;
    }

    /** Radius about a point that holds all solids, in metres. */
    static double reach(List<Solid> solids, double[] centre) {
        double reach = 0;
        for (Solid solid : solids) {
            double[] at = solid.position();
            double distance =
                    Math.sqrt(
                            Math.pow(at[0] - centre[0], 2)
                                    + Math.pow(at[1] - centre[1], 2)
                                    + Math.pow(at[2] - centre[2], 2));
            reach = Math.max(reach, distance + solid.reach());
        }
        return reach;
    }
}
