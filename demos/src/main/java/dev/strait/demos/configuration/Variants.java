package dev.strait.demos.configuration;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a sealed family by the name that a configuration calls them: the simple name of a
 * record, the constant's name of an enum.
 */
final class Variants {

    /** The key under which a configuration names the variant. */
    static final String KEY = "type";

    private Variants() {}

    /** Whether values of this declared type are told apart by {@link #KEY}. */
    static boolean isFamily(Class<?> type) {
        return type.isInterface() && type.isSealed();
    }

    /**
     * Names in declaration order. A value is the record's {@link Class}, or the enum constant
     * itself.
     *
     * @throws IllegalStateException if a member is neither record nor enum nor sealed in turn
     */
    static Map<String, Object> of(Class<?> family) {
        Map<String, Object> variants = new LinkedHashMap<>();
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (isFamily(member)) {
                variants.putAll(of(member));
            } else if (member.isEnum()) {
                for (Object constant : member.getEnumConstants()) {
                    variants.put(((Enum<?>) constant).name(), constant);
                }
            } else if (member.isRecord()) {
                variants.put(member.getSimpleName(), member);
            } else {
                throw new IllegalStateException(
                        member + " of " + family + " is neither a record nor an enum");
            }
        }
        return variants;
    }

    /**
     * What a record itself holds to be sensible: the value of its {@code static defaults()}, of its
     * constant {@code DEFAULT}, or of its constructor without arguments.
     */
    static Optional<Record> defaults(Class<?> type) {
        try {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals("defaults") && method.getReturnType() == type) {
                    method.setAccessible(true);
                    return Optional.of((Record) method.invoke(null));
                }
            }
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals("DEFAULT") && field.getType() == type) {
                    field.setAccessible(true);
                    return Optional.of((Record) field.get(null));
                }
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 0) {
                    constructor.setAccessible(true);
                    return Optional.of((Record) constructor.newInstance());
                }
            }
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make the default " + type, e);
        }
    }
}
