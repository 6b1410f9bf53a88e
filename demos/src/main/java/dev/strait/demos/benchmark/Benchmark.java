package dev.strait.demos.benchmark;

import ai.djl.Device;
import dev.strait.envs.SteppingBenchmark;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can be measured. */
public enum Benchmark {
    /** Steps a second of the five classic worlds, 1,024 at a time; needs no engine. */
    STEPPING {
        @Override
        public List<Measurement> run(Device device, int threads, double seconds) {
            return Stream.of(
                            "CartPole-v1",
                            "Pendulum-v1",
                            "Acrobot-v1",
                            "MountainCar-v0",
                            "MountainCarContinuous-v0")
                    .map(id -> SteppingBenchmark.run(id, WORLDS, threads, seconds))
                    .map(
                            rate ->
                                    new Measurement(
                                            "stepping " + rate.id() + ", 1,024 worlds",
                                            rate.stepsPerSecond() / 1e6,
                                            "million steps/s"))
                    .toList();
        }
    },
    /** Steps a second of worlds with bodies in edition 4, 8 at a time; needs no engine. */
    LOCOMOTION {
        @Override
        public List<Measurement> run(Device device, int threads, double seconds) {
            return Stream.of("Hopper", "Walker2d", "HalfCheetah", "Ant", "Humanoid", "Swimmer")
                    .map(name -> SteppingBenchmark.run(name + "-v4", BODIES, threads, seconds))
                    .map(
                            rate ->
                                    new Measurement(
                                            "stepping " + rate.id() + ", 8 worlds",
                                            rate.stepsPerSecond() / 1e3,
                                            "thousand steps/s"))
                    .toList();
        }
    },
    /** The engine's matrix product, and that of dense layers, which bounds their work. */
    GEMM {
        @Override
        public List<Measurement> run(Device device, int threads, double seconds) {
            return List.of(
                    MatrixProduct.measure(device, seconds),
                    MatrixProduct.measureLayer(device, seconds));
        }
    },
    /** Minibatch steps of PPO. */
    PPO {
        @Override
        public List<Measurement> run(Device device, int threads, double seconds) {
            return List.of(
                    PpoUpdate.measure(device, 64, seconds),
                    PpoUpdate.measure(device, 256, seconds));
        }
    },
    /** One update of a discriminator behind the bottleneck. */
    VDB {
        @Override
        public List<Measurement> run(Device device, int threads, double seconds) {
            return BottleneckUpdate.measure(device, seconds);
        }
    },
    /** Whole steps of GANs on the networks of PyTorch-GAN. */
    GAN {
        @Override
        public List<Measurement> run(Device device, int threads, double seconds) {
            return GanSpeed.measure(device, seconds);
        }
    },
    /** What a policy costs at each step of a rollout. */
    FORWARD {
        @Override
        public List<Measurement> run(Device device, int threads, double seconds) {
            return List.of(RolloutForward.measure(device, seconds));
        }
    },
    /** Steps of articulated bodies; needs no engine. */
    PHYSICS {
        @Override
        public List<Measurement> run(Device device, int threads, double seconds) {
            return BodyPhysics.speed(seconds);
        }

        @Override
        public boolean needsEngine() {
            return false;
        }
    },
    /** Single steps of articulated bodies against recorded ones; needs recordings, no engine. */
    AGREEMENT {
        @Override
        public List<Measurement> run(Device device, int threads, double seconds) {
            throw new IllegalArgumentException(
                    "agreement needs --data, a folder of recorded steps");
        }

        @Override
        public List<Measurement> run(Device device, int threads, double seconds, Path recordings) {
            return recordings == null
                    ? run(device, threads, seconds)
                    : BodyPhysics.agreement(recordings);
        }

        @Override
        public boolean needsEngine() {
            return false;
        }
    };

    private static final int WORLDS = 1024;
    private static final int BODIES = 8;

    /**
     * Measures.
     *
     * @param device of the engine
     * @param threads of the worlds, where they are dear; the engine's are set beforehand
     * @param seconds of one figure, warm-up included
     */
    public abstract List<Measurement> run(Device device, int threads, double seconds);

    /**
     * Measures, with recordings at hand.
     *
     * @param recordings a folder, or null; only {@link #AGREEMENT} looks into it
     */
    public List<Measurement> run(Device device, int threads, double seconds, Path recordings) {
        return run(device, threads, seconds);
    }

    /** Whether it computes with tensors. */
    public boolean needsEngine() {
        return this != STEPPING && this != LOCOMOTION;
    }

    /** The name, as the command takes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
