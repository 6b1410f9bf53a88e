package dev.strait.envs.physics;

import dev.strait.envs.physics.mjcf.MjcfReader;

class SpeedProbe {
    public static void main(String[] a) throws Exception {
        String[] names = {"hopper", "walker2d_v5", "half_cheetah", "humanoid", "ant"};
        int[] skip = {4, 4, 5, 5, 5};
        for (int i = 0; i < names.length; i++) {
            if (a.length > 0 && !names[i].equals(a[0])) continue;
            Model m =
                    MjcfReader.resource(
                            SpeedProbe.class,
                            "/dev/strait/envs/locomotion/" + names[i] + ".xml",
                            MarginRule.SUM);
            System.out.printf(
                    "%s %.0f%n",
                    names[i],
                    PhysicsSpeed.stepsPerSecond(
                            m, skip[i], a.length > 1 ? Double.parseDouble(a[1]) : 6));
        }
        if (a.length == 0) {
            Model m =
                    PhysicsAgreement.model(
                            java.nio.file.Path.of("/work/shared/data/physics"), "cmaze");
            System.out.printf("cmaze %.0f%n", PhysicsSpeed.stepsPerSecond(m, 5, 5));
        }
    }
}
