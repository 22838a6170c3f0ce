package io.chatsphere.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The product keeps every rule, and a fixture that breaks a rule is caught. */
final class ArchitectureTest {
    private static final String ROOT = "io.chatsphere";
    private static final String FIXTURE = ROOT + ".bootstrap.architecture.fixture";
    private static final ImportOption NO_TESTS = location -> !location.contains("/test-classes/")
            && !location.contains("-tests.jar")
            && !location.contains("package-info");

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(NO_TESTS).importPackages(ROOT);
    private static final JavaClasses BREAKERS = new ClassFileImporter().importPackages(FIXTURE);

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheFixture")
    void a_class_is_caught_that_breaks(ArchRule rule) {
        assertThat(rule.evaluate(BREAKERS).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    /** A rule about a package that nobody has would be kept by everybody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain",
                "application",
                "application.memory",
                "adapter.http",
                "adapter.websocket",
                "adapter.postgres",
                "adapter.redis",
                "bootstrap",
                "bootstrap.load",
                "bootstrap.security"
            })
    void a_package_that_a_rule_names_has_classes(String name) {
        assertThat(classesIn(name)).isNotEmpty();
    }

    private static List<JavaClass> classesIn(String name) {
        String prefix = ROOT + "." + name;
        return PRODUCT.stream()
                .filter(type -> type.getPackageName().equals(prefix)
                        || type.getPackageName().startsWith(prefix + "."))
                .toList();
    }

    private static List<ArchRule> rules() {
        return rulesBelow(ROOT);
    }

    private static List<ArchRule> rulesOfTheFixture() {
        return rulesBelow(FIXTURE);
    }

    private static List<ArchRule> rulesBelow(String root) {
        return Stream.of(new ModuleRules(root).all(), new LibraryRules(root).all(), new StyleRules(root).all())
                .flatMap(List::stream)
                .toList();
    }
}
