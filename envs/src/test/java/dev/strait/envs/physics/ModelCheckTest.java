package dev.strait.envs.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A weight on a driven rail, with a geom and a site, of which one thing at a time is wrong. */
class ModelCheckTest {

    private static ModelArrays rail() {
        ModelArrays arrays = new ModelArrays(2, 1, 1, 1, 1, 1, 1);
        arrays.options = ModelOptions.DEFAULTS;
        arrays.bodyJointCount[1] = 1;
        arrays.bodyJointStart[1] = 0;
        arrays.bodyMass[1] = 1;
        arrays.jointType[0] = JointType.SLIDE;
        arrays.jointBody[0] = 1;
        arrays.dofInvweight[0] = 1;
        arrays.geomBody[0] = 1;
        arrays.geomSize[0] = 0.1;
        arrays.siteBody[0] = 1;
        return arrays;
    }

    private static void assertRefused(String message, Consumer<ModelArrays> fault) {
        ModelArrays arrays = rail();
        fault.accept(arrays);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new Model(arrays)).getMessage());
    }

    @Test
    void shouldTakeWhatIsSound() {
        assertEquals(1, new Model(rail()).totalMass());
    }

    @Test
    void shouldRefuseOwnersThatDoNotExist() {
        assertRefused("geom 0 belongs to -1, which does not exist", a -> a.geomBody[0] = -1);
        assertRefused("site 0 belongs to 2, which does not exist", a -> a.siteBody[0] = 2);
        assertRefused("actuator 0 belongs to 1, which does not exist", a -> a.actuatorJoint[0] = 1);
        assertRefused("body 1 has parent 1, which must come before it", a -> a.bodyParent[1] = 1);
    }

    @Test
    void shouldRefuseQuaternionsThatAreNoRotations() {
        assertRefused(
                "body 1: its quaternion must have length 1, but has 0.9", a -> a.bodyQuat[4] = 0.9);
        assertRefused(
                "geom 0: its quaternion must have length 1, but has 1.1", a -> a.geomQuat[0] = 1.1);
    }

    @Test
    void shouldRefuseRangesThatDoNotRise() {
        assertRefused(
                "actuator 0: its control range must rise, but was [1.0, 1.0]",
                a -> {
                    a.actuatorCtrlLimited[0] = true;
                    a.actuatorCtrlRange[0] = 1;
                    a.actuatorCtrlRange[1] = 1;
                });
        assertRefused(
                "joint 0: its range must rise, but was [0.5, -0.5]",
                a -> {
                    a.jointLimited[0] = true;
                    a.jointRange[0] = 0.5;
                    a.jointRange[1] = -0.5;
                });
    }

    @Test
    void shouldRefuseADriveThatTheIntegratorDoesNotKnow() {
        assertRefused(
                "joint 0 has PD gains, but the integrator is EULER",
                a -> a.jointPdStiffness[0] = 10);
        assertRefused(
                "joint 0: its largest PD force must be above 0, but was 0.0",
                a -> a.jointPdLimit[0] = 0);
    }

    @Test
    void shouldRefuseAnActuatorOfABall() {
        ModelArrays arrays = new ModelArrays(2, 1, 4, 3, 0, 0, 1);
        arrays.options = ModelOptions.DEFAULTS;
        arrays.bodyJointCount[1] = 1;
        arrays.bodyJointStart[1] = 0;
        arrays.jointType[0] = JointType.BALL;
        arrays.jointBody[0] = 1;

        assertEquals(
                "actuator 0 drives a BALL joint; hinges and slides have actuators",
                assertThrows(IllegalArgumentException.class, () -> new Model(arrays)).getMessage());
    }
}
