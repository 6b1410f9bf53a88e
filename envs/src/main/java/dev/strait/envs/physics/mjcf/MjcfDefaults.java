package dev.strait.envs.physics.mjcf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The default classes of a model. A class holds attributes for each kind of element, and inherits
 * what it does not state from the class around it; the outermost has no name, or "main".
 */
final class MjcfDefaults {

    /** Every element of a model looks through those of its class. */
    static final int MOST = 1000;

    private static final String OUTERMOST = "main";

    private static final class Scope {
        private final Scope outer;
        private final List<MjcfElement> elements = new ArrayList<>();

        Scope(Scope outer) {
            this.outer = outer;
        }

        /** Outermost first, in the order of the file. */
        List<MjcfElement> layers(List<String> tags) {
            List<MjcfElement> layers =
                    outer == null ? new ArrayList<>() : new ArrayList<>(outer.layers(tags));
            elements.stream().filter(e -> tags.contains(e.tag())).forEach(layers::add);
            return layers;
        }
    }

    private final Scope outermost = new Scope(null);
    private final Map<String, Scope> scopes = new HashMap<>();
    private int elements;

    MjcfDefaults(MjcfElement root) {
        scopes.put(OUTERMOST, outermost);
        for (MjcfElement section : root.children()) {
            if (section.tag().equals("default")) {
                String name = section.attribute("class");
                if (!name.isEmpty() && !name.equals(OUTERMOST)) {
                    define(section, name, outermost);
                }
                fill(outermost, section);
            }
        }
    }

    private void fill(Scope scope, MjcfElement section) {
        for (MjcfElement child : section.children()) {
            if (!child.tag().equals("default")) {
                if (++elements > MOST) {
                    throw child.refusal("a model may have %d elements in its defaults", MOST);
                }
                scope.elements.add(child);
                continue;
            }
            String name = child.attribute("class");
            if (name.isEmpty()) {
                throw child.refusal("a nested default needs a class");
            }
            Scope inner = new Scope(scope);
            define(child, name, inner);
            fill(inner, child);
        }
    }

    private void define(MjcfElement section, String name, Scope scope) {
        if (scopes.putIfAbsent(name, scope) != null) {
            throw section.refusal("the class \"%s\" is defined twice", MjcfElement.shortened(name));
        }
    }

    /** Refuses an attribute that names a class that there is not. */
    void requireClass(MjcfElement element, String attribute) {
        String name = element.attribute(attribute);
        if (!name.isEmpty() && !scopes.containsKey(name)) {
            throw element.refusalOf(
                    attribute, "there is no default class \"%s\"", MjcfElement.shortened(name));
        }
    }

    /**
     * An element with all that it inherits.
     *
     * @param childClass the class of elements here that name none; empty for the outermost
     * @param tags the kinds whose defaults it takes
     */
    MjcfAttributes of(MjcfElement element, String childClass, String... tags) {
        requireClass(element, "class");
        String own = element.attribute("class");
        String name = own.isEmpty() ? childClass : own;
        Scope scope = name.isEmpty() ? outermost : scopes.get(name);
        List<MjcfElement> layers = scope.layers(List.of(tags));
        layers.add(element);
        return new MjcfAttributes(layers);
    }
}
