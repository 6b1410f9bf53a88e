package dev.strait.envs.physics;

import dev.strait.envs.physics.mjcf.MjcfReader;

class IterProbe {
    public static void main(String[] a) {
        for (String n : new String[] {"hopper", "walker2d_v5", "half_cheetah", "humanoid", "ant"}) {
            Model m =
                    MjcfReader.resource(
                            SpeedProbe.class,
                            "/dev/strait/envs/locomotion/" + n + ".xml",
                            MarginRule.SUM);
            Simulation s = new Simulation(m);
            var r = new dev.strait.envs.Pcg64(1);
            long it = 0, cnt = 0;
            int max = 0;
            for (int t = 0; t < 20000; t++) {
                if (t % 300 == 0) s.reset();
                if (t % 5 == 0)
                    for (int i = 0; i < m.nu; i++)
                        s.controls()[i] =
                                r.nextDouble(
                                        Math.max(-1, m.controlLow(i)),
                                        Math.min(1, m.controlHigh(i)));
                s.step();
                if (s.solverIterations() > 0 || s.contactCount() > 0) {
                    it += s.solverIterations();
                    cnt++;
                    max = Math.max(max, s.solverIterations());
                }
            }
            System.out.println(n + " mean " + (double) it / cnt + " of " + cnt + " max " + max);
        }
    }
}
