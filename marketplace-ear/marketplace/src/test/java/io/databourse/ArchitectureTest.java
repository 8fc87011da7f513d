package io.databourse;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The map of the exchange: data flows right through the stages, knowledge flows left.
class ArchitectureTest {
    private static final List<String> STAGES =
            List.of(
                    "merchant",
                    "membership",
                    "registration",
                    "catalog",
                    "order",
                    "contract",
                    "quota",
                    "algorithm",
                    "dispatch",
                    "metering",
                    "settlement",
                    "evidence");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.databourse");

    @TestFactory
    List<DynamicTest> a_stage_knows_only_the_stages_before_it() {
        return IntStream.range(0, STAGES.size() - 1)
                .mapToObj(index ->
                        DynamicTest.dynamicTest(STAGES.get(index), () -> checkStage(index)))
                .toList();
    }

    private static void checkStage(int index) {
        String stage = STAGES.get(index);
        String[] later =
                STAGES.subList(index + 1, STAGES.size()).stream()
                        .map(ArchitectureTest::inside)
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(inside(stage))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .as("The stage " + stage + " must not know a stage that comes after it")
                .because("a later stage listens to an earlier one, never the other way round")
                .check(CLASSES);
    }

    @Test
    void packages_do_not_need_each_other_in_a_ring() {
        slices().matching("io.databourse.(*)..")
                .should()
                .beFreeOfCycles()
                .as("No package of the exchange may need itself through others")
                .check(CLASSES);
    }

    @Test
    void the_database_is_known_to_stores_and_rows_alone() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(Jpa\\w+|\\w+Row)(\\$.*)?")
                .and()
                .resideOutsideOfPackage("io.databourse.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence..")
                .as("Only a Jpa… store or a …Row may import jakarta.persistence")
                .because("services are tested without a database, and rows never leave a package")
                .check(CLASSES);
    }

    @Test
    void rows_never_leave_their_package() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Row")
                .should()
                .bePackagePrivate()
                .as("A …Row must be package-private")
                .check(CLASSES);
    }

    @Test
    void the_ledger_knows_no_business() {
        noClasses()
                .that()
                .resideInAPackage("io.databourse.ledger..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.databourse..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "io.databourse.ledger..",
                                                        "io.databourse.money..",
                                                        "io.databourse.call..",
                                                        "io.databourse.crypto.."))))
                .as(
                        "The ledger must import money, how a call is refused, and ids from crypto,"
                                + " and nothing else of ours")
                .because("it is a mechanism that all stages share")
                .check(CLASSES);
    }

    @Test
    void stages_do_not_know_who_shows_them() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.databourse.rest..", "io.databourse.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.databourse.rest..", "io.databourse.web..", "com.vaadin..")
                .as("No stage may know the REST API or the user interface")
                .check(CLASSES);
    }

    @Test
    void the_exchange_runs_no_code_of_nodes_and_plugins() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        STAGES.stream().map(ArchitectureTest::inside).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.databourse.node..", "io.databourse.mpc..", "io.databourse.launcher..")
                .as("The exchange must not depend on the node, a plugin or the launcher")
                .because("they are programs of their own, met over the wire or through PF4J")
                .check(CLASSES);
    }

    @Test
    void camel_moves_and_decides_nothing() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..camel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .as("Only a camel package may import Camel")
                .because("routes carry jobs and call one service method a step")
                .check(CLASSES);
    }

    private static String inside(String stage) {
        return "io.databourse." + stage + "..";
    }
}
