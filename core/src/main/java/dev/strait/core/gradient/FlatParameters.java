package dev.strait.core.gradient;

import static dev.strait.core.Require.require;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The trainable parameters of some blocks as views of one vector: a change of the vector is a
 * change of the blocks.
 */
final class FlatParameters implements AutoCloseable {

    private static final TorchScript POINT_AT =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, p: Tensor, flat: Tensor, start: Tensor) -> Tensor:
                      n = torch.numel(p)
                      view = torch.narrow(flat, 0, int(start), n)
                      return torch.set_(p, torch.reshape(view, torch.size(p)))
                    """);

    private static final TorchScript GRADIENT =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, y: Tensor, gradient: Tensor, ps: List[Tensor]) -> Tensor:
                      go = annotate(List[Optional[Tensor]], [torch.ones_like(y)])
                      gs = torch.autograd.grad([y], ps, go, False, False, True)
                      flat = annotate(List[Tensor], [])
                      for i in range(torch.len(gs)):
                        g = gs[i]
                        if torch.__is__(g, None):
                          _0 = torch.append(flat, torch.reshape(torch.zeros_like(ps[i]), [-1]))
                        else:
                          _1 = torch.append(flat, torch.reshape(unchecked_cast(Tensor, g), [-1]))
                      return torch.cat(flat, out=gradient)
                    """);

    /** A vector of squares would be new memory; one sum over millions would lose digits. */
    private static final TorchScript NORM =
            new TorchScript(
                    """
                    def forward(self: __torch__.Ops, gradient: Tensor) -> Tensor:
                      blocks = torch.split(gradient, %d)
                      squares = annotate(List[Tensor], [])
                      for i in range(torch.len(blocks)):
                        _0 = torch.append(squares, torch.dot(blocks[i], blocks[i]))
                      return torch.sqrt(torch.sum(torch.stack(squares)))
                    """
                            .formatted(1 << 16));

    private static final String LIST = "ps[]";

    private final List<NDArray> parameters = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, NDArray> buffers = new LinkedHashMap<>();
    private final NDManager manager;
    private final NDArray vector;
    private final NDArray gradient;

    FlatParameters(Block... blocks) {
        for (int i = 0; i < blocks.length; i++) {
            for (Pair<String, Parameter> pair : blocks[i].getParameters()) {
                String name = i + "." + pair.getKey();
                if (pair.getValue().requiresGradient()) {
                    add(name, pair.getValue().getArray());
                } else {
                    buffers.put("buffer." + name, pair.getValue().getArray());
                }
            }
        }
        require(!parameters.isEmpty(), "the blocks have no trainable parameters");
        manager = parameters.get(0).getManager().newSubManager();
        vector = flatten();
        gradient = manager.zeros(vector.getShape());
        long start = 0;
        for (NDArray parameter : parameters) {
            point(parameter, start);
            start += parameter.size();
        }
    }

    private void add(String name, NDArray array) {
        require(
                array.getDataType() == DataType.FLOAT32,
                "parameter %s must be float32, but was %s",
                name,
                array.getDataType());
        array.setRequiresGradient(true);
        parameters.add(array);
        names.add(name);
    }

    private NDArray flatten() {
        try (NDManager scope = manager.newSubManager()) {
            NDList rows = new NDList();
            for (NDArray parameter : parameters) {
                NDArray row = parameter.stopGradient().reshape(-1);
                row.attach(scope);
                rows.add(row);
            }
            // A copy: concatenating a single row gives the row itself.
            NDArray flat = rows.get(0).concat(rows.get(0)).get("0:0");
            for (NDArray row : rows) {
                flat = flat.concat(row);
            }
            flat.attach(manager);
            return flat;
        }
    }

    private void point(NDArray parameter, long start) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray at = scope.create(start);
            NDArray same = POINT_AT.call(new NDList(parameter, vector, at));
            same.attach(scope);
        }
    }

    /** (P) the parameters; changing it in place changes the blocks. */
    NDArray vector() {
        return vector;
    }

    /**
     * ∂loss/∂parameters as one vector (P) on the manager of the loss; parameters that the loss does
     * not reach get 0. Every call writes to the same memory: new pages cost as much as filling
     * them.
     */
    NDArray gradient(NDArray loss) {
        NDList arguments = new NDList(parameters.size() + 2);
        arguments.add(loss);
        arguments.add(gradient);
        String[] before = new String[parameters.size()];
        for (int i = 0; i < before.length; i++) {
            NDArray parameter = parameters.get(i);
            before[i] = parameter.getName();
            parameter.setName(LIST);
            arguments.add(parameter);
        }
        try {
            return GRADIENT.call(arguments);
        } finally {
            for (int i = 0; i < before.length; i++) {
                parameters.get(i).setName(before[i]);
            }
        }
    }

    /** ‖gradient‖ of a vector (P), one number on its manager. */
    NDArray norm(NDArray gradient) {
        return NORM.call(new NDList(gradient));
    }

    /** What the blocks keep without training it, such as running statistics. */
    Map<String, NDArray> buffers() {
        return buffers;
    }

    /** What the vector is made of, in order: name and shape of each part. */
    List<Pair<String, Shape>> layout() {
        List<Pair<String, Shape>> layout = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            layout.add(new Pair<>(names.get(i), parameters.get(i).getShape()));
        }
        return layout;
    }

    @Override
    public void close() {
        manager.close();
    }
}
