package dev.strait.demos.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers of settings, and the families that they choose from. */
class SourcedTreeTest {

    private static final String LOWER = "a: 1\ng: {b: 2, c: [3]}\np: {type: R1, weight: 7}\n";

    private static SourcedTree tree(String yaml) {
        return YamlReader.file(yaml, "f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 2 | {'a':2,'g':{'b':2,'c':[3]},'p':{'type':'R1','weight':7}}",
                "g: {b: 5} | {'a':1,'g':{'b':5,'c':[3]},'p':{'type':'R1','weight':7}}",
                "g: {c: []} | {'a':1,'g':{'b':2,'c':[]},'p':{'type':'R1','weight':7}}",
                "g: null | {'a':1,'g':null,'p':{'type':'R1','weight':7}}",
                "p: {weight: 8} | {'a':1,'g':{'b':2,'c':[3]},'p':{'type':'R1','weight':8}}",
                "p: {type: R2} | {'a':1,'g':{'b':2,'c':[3]},'p':{'type':'R2'}}",
                "p: None | {'a':1,'g':{'b':2,'c':[3]},'p':'None'}",
                "z: 0 | {'a':1,'g':{'b':2,'c':[3]},'p':{'type':'R1','weight':7},'z':0}",
            })
    void shouldMergeGroupsAndReplaceAllElse(String upper, String expected) {
        SourcedTree lower = tree(LOWER);
        SourcedTree merged = lower.overlaid(tree(upper));

        assertEquals(expected.replace('\'', '"'), merged.root().toString());
        assertEquals(tree(LOWER).root(), lower.root(), "what lies below stays as it was");
    }

    /** Nothing over a tree, or the tree over itself, is the tree; layers may be merged in pairs. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a: 3", "g: {b: 4}", "p: {weight: 1}", "p: {type: W}", LOWER})
    void shouldKeepTheLawsOfLayers(String yaml) {
        SourcedTree low = tree(LOWER);
        SourcedTree one = tree(yaml);
        SourcedTree top = tree("g: {c: 9}\np: {weight: 2}\n");

        assertEquals(one, one.overlaid(tree("")));
        assertEquals(one.root(), tree("").overlaid(one).root());
        assertEquals(one, one.overlaid(one));
        assertEquals(
                low.overlaid(one).overlaid(top).root(), low.overlaid(one.overlaid(top)).root());
    }

    /** The bare name of a variant is a group of its type alone. */
    @Test
    void shouldLayFieldsOverABareName() {
        assertEquals(
                "{\"p\":{\"type\":\"R1\",\"weight\":2}}",
                tree("p: R1").overlaid(tree("p: {type: R1, weight: 2}")).root().toString());
        assertEquals("{\"p\":\"R2\"}", tree("p: R1").overlaid(tree("p: R2")).root().toString());
    }

    @Test
    void shouldKnowTheLineOfEveryKey() {
        SourcedTree tree = tree("# first\na: 1\n\ng:\n  b: 2\n  h: {x: 3,\n      y: 4}\n");

        assertEquals(
                Map.of(
                        "a",
                        "f line 2",
                        "g",
                        "f line 4",
                        "g.b",
                        "f line 5",
                        "g.h",
                        "f line 6",
                        "g.h.x",
                        "f line 6",
                        "g.h.y",
                        "f line 7"),
                tree.origins());
        assertEquals("f line 7: ", tree.origin("g.h.y"));
        assertEquals("f line 6: ", tree.origin("g.h.z.deep"), "the nearest group's");
        assertEquals("", tree.origin("other.key"));
    }

    @Test
    void shouldSayThatTheUpperLayerAsked() {
        SourcedTree upper = YamlReader.file("g: {b: 9}", "top");
        SourcedTree merged = tree(LOWER).overlaid(upper);

        assertEquals("top line 1: ", merged.origin("g.b"));
        assertEquals("f line 2: ", merged.origin("g.c"));
    }

    sealed interface Shape permits Round, Edged {}

    sealed interface Round extends Shape permits Ball, Named {}

    record Ball(double radius) implements Round {
        static final Ball DEFAULT = new Ball(2);
    }

    enum Named implements Round {
        EGG,
        PEAR
    }

    record Edged(int edges) implements Shape {
        Edged() {
            this(4);
        }
    }

    record Bare(int value) {}

    record Told(int value) {
        static Told defaults() {
            return new Told(5);
        }
    }

    sealed interface Odd permits Neither {}

    static final class Neither implements Odd {}

    @Test
    void shouldFindMembersOfFamiliesWithinFamilies() {
        Map<String, Object> found = Variants.of(Shape.class);

        assertEquals(List.of("Ball", "EGG", "PEAR", "Edged"), List.copyOf(found.keySet()));
        assertEquals(Ball.class, found.get("Ball"));
        assertEquals(Named.PEAR, found.get("PEAR"));
        assertTrue(Variants.isFamily(Round.class) && !Variants.isFamily(Ball.class));
        assertThrows(IllegalStateException.class, () -> Variants.of(Odd.class));
    }

    @Test
    void shouldAskARecordForItsDefault() {
        assertEquals(Optional.of(new Ball(2)), Variants.defaults(Ball.class));
        assertEquals(Optional.of(new Edged(4)), Variants.defaults(Edged.class));
        assertEquals(Optional.of(new Told(5)), Variants.defaults(Told.class));
        assertEquals(Optional.empty(), Variants.defaults(Bare.class));
    }
}
