package dev.strait.envs.physics;

final class ModelCompiler {
    ModelCompiler(ModelBuilder builder) {}

    Model compile() {
        throw new UnsupportedOperationException("not yet");
    }
}
