package dev.strait.demos;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.strait.core.gradient.TorchScript;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The arrows run one way: demos → agents → {core, envs}. This module sees them all. */
class ArchitectureTest {

    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("dev.strait");

    private static void holds(ArchRule rule) {
        rule.check(ALL);
    }

    private static ArchRule independent(String of, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(of)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    @Test
    void shouldKeepWorldsFreeOfTheEngineAndOfLearners() {
        holds(
                independent(
                        "dev.strait.envs..",
                        "ai.djl..",
                        "dev.strait.core..",
                        "dev.strait.agents..",
                        "dev.strait.demos.."));
    }

    @Test
    void shouldKeepTheCoreFreeOfWorlds() {
        holds(
                independent(
                        "dev.strait.core..",
                        "dev.strait.envs..",
                        "dev.strait.agents..",
                        "dev.strait.demos.."));
    }

    @Test
    void shouldKeepLearnersFreeOfTheCommandLine() {
        holds(independent("dev.strait.agents..", "dev.strait.demos..", "picocli.."));
    }

    @Test
    void shouldKeepThePackagesOfCoreAndLearnersFreeOfCycles() {
        holds(slices().matching("dev.strait.core.(*)..").should().beFreeOfCycles());
        holds(slices().matching("dev.strait.agents.(*)..").should().beFreeOfCycles());
    }

    @Test
    void shouldKeepThePackagesOfTheCommandLineFreeOfCycles() {
        holds(slices().matching("dev.strait.demos.(*)..").should().beFreeOfCycles());
        // The outermost is no slice: it knows every command, and no command knows it.
        holds(independent("dev.strait.demos.*..", "dev.strait.demos"));
    }

    @Test
    void shouldTouchTheEnginesInsidesInFewPlaces() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.strait.core.gradient..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("ai.djl.pytorch.."));
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "dev.strait.core.gradient..", "dev.strait.core.network..")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(TorchScript.class));
    }

    @Test
    void shouldDrawEveryRandomNumberFromANamedStream() {
        holds(noClasses().should().callConstructor(Random.class));
        holds(noClasses().should().callConstructor(Random.class, long.class));
        holds(noClasses().should().callMethod(Math.class, "random"));
    }

    /**
     * DJL frees such a number while a graph still points at it; core's {@code Constants} does not.
     * Only the optimisers may, which run with recording off.
     */
    @Test
    void shouldLetTheEngineOwnTheNumbersOfLosses() {
        assertEquals(List.of(), freedNumbers(ALL));
    }

    @Test
    void shouldNoticeANumberThatTheCollectorFrees() {
        JavaClasses unsafe = new ClassFileImporter().importClasses(Halved.class);

        assertEquals(2, freedNumbers(unsafe).size(), freedNumbers(unsafe)::toString);
    }

    /** What must not be written in a loss. */
    private static final class Halved {
        static NDArray of(NDArray values) {
            return values.mul(0.5f).add(1f).maximum(0).mul(values);
        }
    }

    private static List<String> freedNumbers(JavaClasses classes) {
        Set<String> kept = Set.of("mul", "div", "pow", "maximum", "minimum");
        return classes.stream()
                .filter(type -> !type.getPackageName().equals("dev.strait.core.gradient"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> kept.contains(call.getName()) && takesNumber(call))
                .map(JavaMethodCall::getDescription)
                .toList();
    }

    private static boolean takesNumber(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(NDArray.class)
                && call.getTarget().getRawParameterTypes().get(0).isEquivalentTo(Number.class);
    }

    @Test
    void shouldNeverAskForGarbageCollection() {
        holds(noClasses().should().callMethod(System.class, "gc"));
        holds(noClasses().should().callMethod(Runtime.class, "gc"));
    }

    @Test
    void shouldNameTheIdeaOfEveryPackage() {
        holds(
                noClasses()
                        .should()
                        .resideInAnyPackage("..util..", "..common..", "..helper..", "..misc.."));
    }
}
