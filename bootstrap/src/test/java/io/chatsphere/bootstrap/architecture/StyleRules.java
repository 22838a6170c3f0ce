package io.chatsphere.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How classes look, below a root package. */
final class StyleRules {
    private static final String ROLES = "(Repository|Log|Bus|Registry|Limiter|Hasher|Tokens)";
    private static final Set<String> CLOCK_CALLS = Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC");

    private final String root;

    StyleRules(String root) {
        this.root = root;
    }

    List<ArchRule> all() {
        return List.of(
                portsAreInterfaces(),
                portsHaveTwins(),
                domainClassesAreClosed(),
                useCasesAreOneMethod(),
                noSystemClock());
    }

    private ArchRule portsAreInterfaces() {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .and()
                .haveNameMatching(".*" + ROLES)
                .should()
                .beInterfaces()
                .because("a name that says a role is the name of a port, and others implement ports");
    }

    private ArchRule portsHaveTwins() {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .and(described("are ports", StyleRules::isPort))
                .should(condition(
                        "have a twin in memory",
                        port -> port.getAllSubclasses().stream()
                                .anyMatch(type -> type.getPackageName().equals(root + ".application.memory"))))
                .because("embedders, single nodes and tests run without any back-end");
    }

    private ArchRule domainClassesAreClosed() {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .and()
                .areNotAnonymousClasses()
                .should(condition("be records, enums, interfaces, final or sealed", StyleRules::isClosed))
                .because("values that others extend keep no promise");
    }

    private ArchRule useCasesAreOneMethod() {
        return classes()
                .that()
                .resideInAPackage(root + ".application..")
                .and(described(
                        "are use cases",
                        type -> !type.isRecord() && !handlers(type).isEmpty()))
                .should(condition("be final with exactly one public handle", StyleRules::isUseCase))
                .because("a use case is one thing that one can do with the chat");
    }

    /** The builder's clock is the one that every other class is given. */
    private ArchRule noSystemClock() {
        DescribedPredicate<JavaAccess<?>> readsTheClock = described(
                "read the system clock",
                access -> access.getTargetOwner().getName().matches("java\\.(lang\\.System|time\\..*)")
                        && CLOCK_CALLS.contains(access.getName())
                        && access.getTarget().getFullName().endsWith("()"));
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".bootstrap..")
                .and()
                .doNotHaveFullyQualifiedName(root + ".application.ChatSphereBuilder")
                .should()
                .accessTargetWhere(readsTheClock)
                .because("time is handed in, so that tests decide what time it is");
    }

    private static boolean isPort(JavaClass type) {
        return type.isInterface()
                && type.isTopLevelClass()
                && !type.isAnnotation()
                && !type.reflect().isSealed();
    }

    private static boolean isClosed(JavaClass type) {
        return type.isInterface()
                || type.isEnum()
                || type.isRecord()
                || type.getModifiers().contains(JavaModifier.FINAL)
                || type.reflect().isSealed();
    }

    private static boolean isUseCase(JavaClass type) {
        return handlers(type).size() == 1 && type.getModifiers().contains(JavaModifier.FINAL);
    }

    private static List<JavaMethod> handlers(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getName().equals("handle"))
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .toList();
    }

    private static <T> DescribedPredicate<T> described(String description, Predicate<T> test) {
        return DescribedPredicate.describe(description, test);
    }

    private static ArchCondition<JavaClass> condition(String description, Predicate<JavaClass> test) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean kept = test.test(type);
                String sentence = type.getName() + " should " + description;
                events.add(new SimpleConditionEvent(type, kept, sentence));
            }
        };
    }
}
