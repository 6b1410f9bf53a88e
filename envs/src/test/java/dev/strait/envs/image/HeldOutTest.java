package dev.strait.envs.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutTest {

    private static ImageSource numbered(int size, int classes) {
        return new NumberedImages(size, classes, new AtomicInteger());
    }

    private static List<Integer> positions(ImageSource source) {
        List<Integer> positions = new ArrayList<>();
        for (ImageBatch batch : ImageBatches.all(source, 100)) {
            for (float pixel : batch.pixels()) {
                positions.add(Math.round(pixel * 10));
            }
        }
        return positions;
    }

    private static List<Long> perClass(ImageSource source) {
        return IntStream.range(0, source.classes())
                .mapToObj(
                        c ->
                                IntStream.range(0, source.size())
                                        .filter(i -> source.label(i) == c)
                                        .count())
                .toList();
    }

    @Test
    void shouldCutInTwoPartsWithNothingInCommonAndNothingLost() {
        HeldOut cut = HeldOut.of(numbered(50, 3), 12, 1);

        List<Integer> all = new ArrayList<>(positions(cut.training()));
        all.addAll(positions(cut.heldOut()));
        assertEquals(12, cut.heldOut().size());
        assertEquals(IntStream.range(0, 50).boxed().toList(), all.stream().sorted().toList());
    }

    /** 50 pictures of 3 classes are 17, 17 and 16; of 12 they get 4.08, 4.08 and 3.84. */
    @Test
    void shouldHoldOutEveryClassInProportion() {
        assertEquals(List.of(4L, 4L, 4L), perClass(HeldOut.of(numbered(50, 3), 12, 1).heldOut()));
        assertEquals(List.of(5L, 4L, 4L), perClass(HeldOut.of(numbered(50, 3), 13, 1).heldOut()));
    }

    @Test
    void shouldCutPicturesWithoutClassesToo() {
        HeldOut cut = HeldOut.of(numbered(7, 0), 3, 1);

        assertEquals(3, cut.heldOut().size());
        assertEquals(-1, cut.heldOut().label(0));
    }

    @Test
    void shouldDrawAnotherCutFromAnotherSeed() {
        ImageSource source = numbered(50, 3);

        assertEquals(
                positions(HeldOut.of(source, 12, 1).heldOut()),
                positions(HeldOut.of(source, 12, 1).heldOut()));
        assertNotEquals(
                positions(HeldOut.of(source, 12, 1).heldOut()),
                positions(HeldOut.of(source, 12, 2).heldOut()));
    }

    @Test
    void shouldLeavePicturesOnBothSides() {
        ImageSource source = numbered(5, 0);
        String message =
                assertThrows(IllegalArgumentException.class, () -> HeldOut.of(source, 5, 1))
                        .getMessage();
        assertEquals("count must be in [1, 4] to leave pictures on both sides, but was 5", message);
        assertThrows(IllegalArgumentException.class, () -> HeldOut.of(source, 0, 1));
    }

    @Test
    void shouldSelectInTheOrderThatIsAsked() {
        ImageSource source = numbered(9, 0);

        assertEquals(List.of(7, 2, 2), positions(new ImageSelection(source, 7, 2, 2)));
        assertEquals(List.of(0, 1), positions(ImageSelection.first(source, 2)));
        assertThrows(IllegalArgumentException.class, () -> new ImageSelection(source, 9));
        assertThrows(IllegalArgumentException.class, () -> new ImageSelection(source));
    }

    private static ImageSource named(String... names) {
        return new NumberedImages(6, names.length, new AtomicInteger()) {
            @Override
            public List<String> classNames() {
                return List.of(names);
            }
        };
    }

    /** Three classes each, and still another class under every number but the first. */
    @Test
    void shouldRefusePartsOfOtherClasses() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new HeldOut(named("a", "b", "c"), named("a", "c", "d")));

        assertEquals(
                "the held-out pictures have other classes than the training pictures: only there"
                        + " are [d], only here [b]",
                refusal.getMessage());
        assertEquals(
                3, new HeldOut(named("a", "b", "c"), named("a", "b", "c")).heldOut().classes());
    }

    @Test
    void shouldRefusePartsOfAnotherShape() {
        ImageSource wide =
                new NumberedImages(6, 0, new AtomicInteger()) {
                    @Override
                    public ImageShape shape() {
                        return new ImageShape(1, 1, 2);
                    }
                };

        String refusal =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new HeldOut(numbered(6, 0), wide))
                        .getMessage();

        assertEquals(
                "the held-out pictures are 1×1×2, but the training pictures are 1×1×1", refusal);
    }

    @Test
    void shouldDrawPicturesFromAllOverASource() {
        ImageSource source = numbered(1000, 0);
        List<Integer> drawn = positions(ImageSelection.drawn(source, 100, 7));

        assertEquals(100, drawn.stream().distinct().count(), "without replacement");
        long early = drawn.stream().filter(position -> position < 500).count();
        assertEquals(50, early, 15, "three deviations");
        assertEquals(drawn, positions(ImageSelection.drawn(source, 100, 7)));
        assertEquals(drawn.subList(0, 10), positions(ImageSelection.drawn(source, 10, 7)));
        assertNotEquals(drawn, positions(ImageSelection.drawn(source, 100, 8)));
        assertThrows(IllegalArgumentException.class, () -> ImageSelection.drawn(source, 1001, 7));
    }

    @Test
    void shouldSelectLabelsAndRemarksWithThePictures() {
        ImageSource source =
                new NumberedImages(9, 3, new AtomicInteger()) {
                    @Override
                    public List<String> remarks() {
                        return List.of("one was left out");
                    }
                };
        int[] positions = {7, 2};
        ImageSource selection = new ImageSelection(source, positions);
        positions[0] = 0;

        assertEquals(source.label(7), selection.label(0));
        assertEquals(source.label(2), selection.label(1));
        assertEquals(List.of(7, 2), positions(selection));
        assertEquals(List.of("one was left out"), selection.remarks());
    }
}
