package dev.strait.demos;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The arrows run one way: demos → agents → {core, envs}. This module sees them all. */
class ArchitectureTest {

    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
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
    void shouldTouchTheEnginesInsidesInFewPlaces() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "dev.strait.core.gradient..",
                                "dev.strait.core.network..",
                                "dev.strait.core.tensor..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("ai.djl.pytorch.."));
    }

    @Test
    void shouldDrawEveryRandomNumberFromANamedStream() {
        holds(noClasses().should().callConstructor(Random.class));
        holds(noClasses().should().callConstructor(Random.class, long.class));
        holds(noClasses().should().callMethod(Math.class, "random"));
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
