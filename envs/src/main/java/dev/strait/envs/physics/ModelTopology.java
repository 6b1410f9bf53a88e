package dev.strait.envs.physics;

import static dev.strait.envs.Require.require;

/** What follows from the tree of bodies and their joints: numbers of dofs, chains, welds. */
final class ModelTopology {

    final int[] bodyWeld;
    final int[] bodyDofCount;
    final int[] bodyDofStart;
    final int[] bodyLastDof;
    final int[] jointPositionStart;
    final int[] jointDofStart;
    final int[] dofBody;
    final int[] dofJoint;
    final int[] dofParent;

    ModelTopology(ModelArrays source) {
        int bodies = source.bodyParent.length;
        int joints = source.jointType.length;
        int dofs = source.dofArmature.length;
        bodyWeld = new int[bodies];
        bodyDofCount = new int[bodies];
        bodyDofStart = new int[bodies];
        bodyLastDof = new int[bodies];
        jointPositionStart = new int[joints];
        jointDofStart = new int[joints];
        dofBody = new int[dofs];
        dofJoint = new int[dofs];
        dofParent = new int[dofs];
        place(source);
        chain(source);
    }

    private void place(ModelArrays source) {
        int position = 0;
        int dof = 0;
        for (int joint = 0; joint < source.jointType.length; joint++) {
            jointPositionStart[joint] = position;
            jointDofStart[joint] = dof;
            position += source.jointType[joint].positions();
            int end = dof + source.jointType[joint].dofs();
            require(
                    end <= dofJoint.length,
                    "%s dofs do not hold %s joints",
                    dofJoint.length,
                    joint + 1);
            for (; dof < end; dof++) {
                dofJoint[dof] = joint;
                dofBody[dof] = source.jointBody[joint];
            }
        }
        require(
                position == source.qpos0.length && dof == dofJoint.length,
                "the joints have %s positions and %s dofs, the arrays %s and %s",
                position,
                dof,
                source.qpos0.length,
                dofJoint.length);
    }

    private void chain(ModelArrays source) {
        bodyDofStart[0] = -1;
        bodyLastDof[0] = -1;
        for (int body = 1; body < bodyWeld.length; body++) {
            int parent = source.bodyParent[body];
            int count = source.bodyJointCount[body];
            int last = bodyLastDof[parent];
            bodyDofStart[body] = -1;
            bodyWeld[body] = count > 0 ? body : bodyWeld[parent];
            for (int j = 0; j < count; j++) {
                int joint = source.bodyJointStart[body] + j;
                require(source.jointBody[joint] == body, "joint %s is not body %s's", joint, body);
                for (int k = 0; k < source.jointType[joint].dofs(); k++) {
                    int dof = jointDofStart[joint] + k;
                    dofParent[dof] = last;
                    last = dof;
                }
                bodyDofCount[body] += source.jointType[joint].dofs();
            }
            if (count > 0) {
                bodyDofStart[body] = jointDofStart[source.bodyJointStart[body]];
            }
            bodyLastDof[body] = last;
        }
    }
}
