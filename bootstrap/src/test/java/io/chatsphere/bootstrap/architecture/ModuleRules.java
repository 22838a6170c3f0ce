package io.chatsphere.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** Who may know whom among the modules, below a root package. */
final class ModuleRules {
    /** An adapter's entry and its settings, with the records inside them. */
    private static final String ENTRIES =
            "(HttpApi|HttpSettings|WebSocketApi|WebSocketSettings|PostgresStorage|PostgresConfig|RedisAdapter|RedisSettings)"
                    + "(\\$.*)?";

    private static final String JDK = "java..";
    private static final String CRYPTO = "javax.crypto..";
    /** Primitive types and their arrays lie in no package. */
    private static final String ARRAYS = "";

    private final String root;

    ModuleRules(String root) {
        this.root = root;
    }

    List<ArchRule> all() {
        return List.of(
                domainKnowsTheJdkAlone(),
                applicationKnowsTheDomainAlone(),
                adaptersAreStrangers(),
                drivenAdaptersDoNotKnowTheApplication(),
                onlyBootstrapKnowsAdapters(),
                nothingKnowsBootstrap(),
                onlyEntriesOfAdaptersAreUsed(),
                theLoadTesterIsAClient(),
                noCycles());
    }

    private ArchRule domainKnowsTheJdkAlone() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(root + ".domain..", JDK, CRYPTO, ARRAYS))
                .because("the domain must be embeddable anywhere and outlive every library");
    }

    private ArchRule applicationKnowsTheDomainAlone() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".application..")
                .should()
                .dependOnClassesThat(
                        resideOutsideOfPackages(root + ".application..", root + ".domain..", JDK, CRYPTO, ARRAYS))
                .because("use cases must run under any adapter, also under those of other people");
    }

    private ArchRule adaptersAreStrangers() {
        return slices().matching(root + ".adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .because("an adapter is replaced alone; what two of them share belongs to the application");
    }

    private ArchRule drivenAdaptersDoNotKnowTheApplication() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".adapter.postgres..", root + ".adapter.redis..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".application.."))
                .because("whoever implements a port knows the port and nothing of those who call it");
    }

    private ArchRule onlyBootstrapKnowsAdapters() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".domain..", root + ".application..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".adapter.."))
                .because("the core is composed with its adapters in one place alone");
    }

    private ArchRule nothingKnowsBootstrap() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".bootstrap..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".bootstrap.."))
                .because("the composition is the end of the chain of dependencies");
    }

    private ArchRule onlyEntriesOfAdaptersAreUsed() {
        String prefix = Pattern.quote(root + ".adapter.") + "[a-z]+\\.";
        DescribedPredicate<JavaClass> inside = resideInAPackage(root + ".adapter..")
                .and(DescribedPredicate.not(nameMatching(prefix + ENTRIES)))
                .as("are inside an adapter");
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".adapter..")
                .should()
                .dependOnClassesThat(inside)
                .because("all but an adapter's entry and its settings may change at any time");
    }

    private ArchRule theLoadTesterIsAClient() {
        DescribedPredicate<JavaClass> ours = resideInAPackage(root + "..")
                .and(resideOutsideOfPackages(root + ".bootstrap.load..", root + ".bootstrap.files.."))
                .and(DescribedPredicate.not(nameMatching(".*\\.ConfigException")))
                .as("are of the server");
        return noClasses()
                .that()
                .resideInAPackage(root + ".bootstrap.load..")
                .should()
                .dependOnClassesThat(ours)
                .because("a test that shares the server's code shares its mistakes, and loads no other server");
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package that does not say so");
    }
}
