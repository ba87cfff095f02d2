package cutover.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import cutover.provider.Changes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(Path.of("target/classes"));
    private static final JavaClasses SUITES = new ClassFileImporter()
            .withImportOption(
                    location -> !location.contains("/test-classes/cutover/") && !location.contains("package-info"))
            .importPath(Path.of("target/test-classes"));

    @Test
    void theScanIsNotEmpty() {
        assertThat(LIBRARY.size()).isGreaterThan(100);
        assertThat(SUITES.stream().map(JavaClass::getSimpleName)).contains("GoNoGo", "Uat");
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> layers = new TreeSet<>();
        LIBRARY.forEach(each -> layers.add(Layers.of(each.getPackageName())));
        assertThat(layers).isEqualTo(Layers.MAY_USE.keySet());
    }

    @Test
    void eachLayerUsesOnlyWhatTheTableAllows() {
        List<String> offences = new ArrayList<>();
        LIBRARY.forEach(user -> user.getDirectDependenciesFromSelf().forEach(dependency -> {
            String target = dependency.getTargetClass().getPackageName();
            if (target.startsWith(Layers.ROOT)) {
                String from = Layers.of(user.getPackageName());
                String to = Layers.of(target);
                if (!from.equals(to) && !Layers.MAY_USE.get(from).contains(to)) {
                    offences.add(dependency.getDescription());
                }
            }
        }));
        assertThat(offences).isEmpty();
    }

    @Test
    void siblingsAmongProbesAndProvidersAreStrangers() {
        for (String parent : Layers.OF_STRANGERS) {
            slices().matching("cutover." + parent + ".(*)..")
                    .should()
                    .notDependOnEachOther()
                    .check(LIBRARY);
        }
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching("cutover.(**)").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void suitesTouchNeitherTwinNorReport() {
        List<String> offences = new ArrayList<>();
        SUITES.forEach(user -> user.getDirectDependenciesFromSelf().forEach(dependency -> {
            String target = dependency.getTargetClass().getPackageName();
            if (target.startsWith(Layers.ROOT) && !Layers.SUITES_MAY_USE.contains(Layers.of(target))) {
                offences.add(dependency.getDescription());
            }
        }));
        assertThat(offences).isEmpty();
    }

    @Test
    void onlyTheComposerMayChangeHowTheWorldIsSetUp() {
        DescribedPredicate<JavaAccess<?>> changes = DescribedPredicate.describe(
                "changes the world", access -> access.getTarget().isAnnotatedWith(Changes.class));
        assertThat(LIBRARY.stream().flatMap(each -> each.getMethods().stream()))
                .anyMatch(method -> method.isAnnotatedWith(Changes.class));
        noClasses().should().accessTargetWhere(changes).check(SUITES);
        noClasses()
                .that()
                .resideOutsideOfPackages("cutover.junit..", "cutover.provider..")
                .should()
                .accessTargetWhere(changes)
                .check(LIBRARY);
    }

    @Test
    void onlyTheJunitPackageKnowsJunit() {
        noClasses()
                .that()
                .resideOutsideOfPackage("cutover.junit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..")
                .check(LIBRARY);
    }

    @Test
    void onlyPatienceSleepsAndOnlyTheComposersAskTheSystemForTime() {
        noClasses()
                .that()
                .resideOutsideOfPackages("cutover.patience..")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class)
                .check(LIBRARY);
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callConstructor(Random.class)
                .check(LIBRARY);
        noClasses()
                .that()
                .resideOutsideOfPackage("cutover.junit..")
                .should()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(LIBRARY);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(DescribedPredicate.describe(
                        "thread-locals and concurrent collections",
                        type -> type.isAssignableTo(ThreadLocal.class)
                                || type.getPackageName().startsWith("java.util.concurrent")))
                .check(LIBRARY);
    }

    @Test
    void exceptionsDoNotChange() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Throwable.class)
                .should()
                .beFinal()
                .check(LIBRARY);
    }

    @Test
    void namesOfTheVocabularyHaveNoSynonyms() {
        classes()
                .should(new com.tngtech.archunit.lang.ArchCondition<>("not be called by a synonym of the vocabulary") {
                    @Override
                    public void check(JavaClass item, com.tngtech.archunit.lang.ConditionEvents events) {
                        boolean synonym = item.getSimpleName()
                                .matches(".*(Validator|Checker|Check|Result|Util|Utils|Helper|Manager)");
                        events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(
                                item, !synonym, item.getName() + " is called by a synonym of the vocabulary"));
                    }
                })
                .check(LIBRARY);
    }
}
