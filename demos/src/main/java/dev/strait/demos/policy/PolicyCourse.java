package dev.strait.demos.policy;

import dev.strait.agents.rollout.PolicyLook;
import dev.strait.agents.training.PolicyTraining;
import dev.strait.agents.training.RoundReport;
import dev.strait.agents.training.Session.Progress;
import dev.strait.agents.training.TrainingState;
import dev.strait.demos.run.MetricNames;
import dev.strait.demos.run.RunFolder;
import dev.strait.demos.training.Course;
import dev.strait.demos.training.RunPlan;
import java.util.Locale;
import java.util.Map;

/** The training of a policy, which it closes: evaluated in its world, filmed at the end. */
public final class PolicyCourse implements Course, AutoCloseable {

    private static final int EVALUATION_EPISODES = 20;

    private final RunPlan plan;
    private final PolicyPlan policyPlan;
    private final PolicyTraining training;
    private final PolicyLook look;

    /**
     * A course at its start.
     *
     * @param training is closed with it
     */
    public PolicyCourse(RunPlan plan, PolicyPlan policyPlan, PolicyTraining training) {
        this.plan = plan;
        this.policyPlan = policyPlan;
        this.training = training;
        look =
                new PolicyLook(
                        training,
                        policyPlan.spec(),
                        new PolicyLook.Plan(
                                policyPlan.evaluateEvery(),
                                EVALUATION_EPISODES,
                                policyPlan.target()));
    }

    @Override
    public RunPlan plan() {
        return plan;
    }

    @Override
    public PolicyTraining training() {
        return training;
    }

    @Override
    public double secondsBefore() {
        return policyPlan.secondsBefore();
    }

    @Override
    public long counted(int round) {
        return plan.unit().equals("steps") ? training.environmentSteps() : round;
    }

    @Override
    public Map<String, Double> after(RoundReport round, double trainSeconds) {
        return look.after(round, trainSeconds);
    }

    @Override
    public String headline(Progress progress) {
        double evaluated = progress.looked().get(PolicyLook.RETURN);
        double mean =
                Double.isNaN(evaluated)
                        ? progress.round()
                                .figures()
                                .getOrDefault(MetricNames.ROLLOUT_RETURN, Double.NaN)
                        : evaluated;
        return Double.isNaN(mean) ? "" : String.format(Locale.ROOT, "return %.1f", mean);
    }

    @Override
    public void save(TrainingState state) {
        look.save(state);
    }

    @Override
    public void restore(TrainingState state) {
        look.restore(state);
    }

    @Override
    public String leave(RunFolder folder, double trainSeconds, long trained) {
        return new PolicyOutcome(folder, plan, policyPlan, training, look)
                .write(trainSeconds, trained);
    }

    @Override
    public void close() {
        training.close();
    }
}
