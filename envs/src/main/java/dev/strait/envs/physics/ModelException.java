package dev.strait.envs.physics;

/** Says which part of a description keeps it from becoming a {@link Model}. */
public final class ModelException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Object part;
    private final String problem;

    ModelException(Object part, String problem, Object... values) {
        super(part + ": " + problem.formatted(values));
        this.part = part;
        this.problem = problem.formatted(values);
    }

    /** The {@code …Spec} that is wrong. */
    public Object part() {
        return part;
    }

    /** What is wrong with it. */
    public String problem() {
        return problem;
    }
}
