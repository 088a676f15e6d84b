package org.assisterportal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The house's rules that a compiler can't keep. */
class ArchitectureTests {
    private static final String[] DOORS = {
        "org.assisterportal.site..",
        "org.assisterportal.account..",
        "org.assisterportal.amp..",
        "org.assisterportal.learningcenter..",
        "org.assisterportal.arc..",
        "org.assisterportal.portal..",
        "org.assisterportal.coverage..",
        "org.assisterportal.shop..",
        "org.assisterportal.admin..",
        "org.assisterportal.demo.."
    };
    private static final Set<String> TIMES =
            Set.of(
                    "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalDateTime",
                    "java.time.OffsetDateTime",
                    "java.time.ZonedDateTime",
                    "java.time.LocalTime",
                    "java.time.Year",
                    "java.time.YearMonth");

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.assisterportal");

    @Test
    void aDoorsTypesAreItsOwn() {
        classes()
                .that()
                .resideInAnyPackage(DOORS)
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .notBePublic()
                .check(PRODUCT);
    }

    @Test
    void nobodyDependsOnADoor() {
        for (String door : DOORS) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(door)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(door)
                    .check(PRODUCT);
        }
        noClasses()
                .that()
                .resideInAPackage("org.assisterportal.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.assisterportal")
                .as("no module depends on the root, which puts them together")
                .check(PRODUCT);
    }

    @Test
    void rulesAndTablesKnowNothingOfTheWeb() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.ui..",
                        "org.springframework.security.web..",
                        "org.thymeleaf..")
                .check(PRODUCT);
    }

    @Test
    void aModulesRulesAndTablesAreClosedAndItsPromiseDoesNotLeanOnThem() {
        classes()
                .that()
                .resideInAPackage("..domain..")
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .notBePublic()
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..domain..")
                .check(PRODUCT);
    }

    @Test
    void noPackagesGoInACircle() {
        slices().matching("org.assisterportal.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void everyModuleDeclaresWhatItMayUse() throws Exception {
        List<String> modules;
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/assisterportal"))) {
            modules =
                    folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList();
        }
        assertThat(modules).hasSizeGreaterThan(15);
        for (String module : modules) {
            ApplicationModule declared =
                    Class.forName("org.assisterportal." + module + ".package-info")
                            .getAnnotation(ApplicationModule.class);
            assertThat(declared).as(module).isNotNull();
            assertThat(declared.allowedDependencies())
                    .as(module)
                    .isNotEqualTo(
                            ApplicationModule.class
                                    .getMethod("allowedDependencies")
                                    .getDefaultValue());
        }
    }

    @Test
    void pagesHoldNoSqlAndNoRule() {
        noClasses()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .resideInAnyPackage(DOORS)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "java.sql..",
                                        "javax.sql..",
                                        "org.springframework.jdbc..",
                                        "..domain..")
                                .or(simpleName("Sql")))
                .check(PRODUCT);
    }

    @Test
    void whoeverUsesTheDatabaseIsClosedAndNeverAPage() {
        classes()
                .that(
                        not(resideInAnyPackage(
                                        "org.assisterportal",
                                        "org.assisterportal.embedded..",
                                        "org.assisterportal.shared"))
                                .and(dependsOn("org.springframework.jdbc.core")))
                .should()
                .notBePublic()
                .andShould()
                .beAnnotatedWith(Component.class)
                .orShould()
                .haveSimpleNameEndingWith("Columns")
                .check(PRODUCT);
    }

    @Test
    void timeComesFromTheClock() {
        // The embedded servers stand for ones outside, which have clocks of their own; so has Spring Session.
        classes()
                .that()
                .doNotHaveSimpleName("SettingsConfiguration")
                .and()
                .doNotHaveSimpleName("RemainingTime")
                .and()
                .resideOutsideOfPackage("org.assisterportal.embedded..")
                .should(askOnlyTheClock())
                .check(PRODUCT);
    }

    @Test
    void pagesAndTheirAdviceStandWhereTheyBelong() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(DOORS), Stream.of("org.assisterportal"))
                                .toArray(String[]::new))
                .check(PRODUCT);
        classes()
                .that()
                .areAnnotatedWith(ControllerAdvice.class)
                .should()
                .resideInAPackage("org.assisterportal")
                .check(PRODUCT);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Controller.class)
                .should()
                .notBePublic()
                .check(PRODUCT);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Impl|Manager|Helper|Util|Utils|Dto|DTO)")
                .check(PRODUCT);
    }

    @Test
    void filesStayShort() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path page : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readAllLines(page))
                        .as(page.toString())
                        .hasSizeLessThanOrEqualTo(100);
            }
        }
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> dependsOn(String start) {
        return new com.tngtech.archunit.base.DescribedPredicate<>("use " + start) {
            @Override
            public boolean test(JavaClass one) {
                return one.getDirectDependenciesFromSelf().stream()
                        .anyMatch(
                                dependency ->
                                        dependency
                                                .getTargetClass()
                                                .getPackageName()
                                                .startsWith(start));
            }
        };
    }

    private static ArchCondition<JavaClass> askOnlyTheClock() {
        return new ArchCondition<>("ask only the injected clock for the time") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                for (JavaMethodCall call : one.getMethodCallsFromSelf()) {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getName();
                    boolean now =
                            name.equals("now")
                                    && TIMES.contains(owner)
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(
                                                    type ->
                                                            type.getName()
                                                                    .equals("java.time.Clock"));
                    boolean clock = owner.equals("java.time.Clock") && name.startsWith("system");
                    boolean zone = owner.equals("java.time.ZoneId") && name.equals("systemDefault");
                    boolean millis =
                            owner.equals("java.lang.System") && name.equals("currentTimeMillis");
                    if (now || clock || zone || millis) {
                        events.add(SimpleConditionEvent.violated(one, call.getDescription()));
                    }
                }
            }
        };
    }
}
