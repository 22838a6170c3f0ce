package io.chatsphere.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.chatsphere.contract.ContractCoverage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every class of this module that implements a port of the domain proves that port's contracts. */
final class SecurityContractsTest {
    private static final String HERE = "io.chatsphere.bootstrap";
    private static final ImportOption MAIN = new ImportOption.DoNotIncludeTests();

    @Test
    void every_implementation_of_a_port_has_a_test_for_each_of_its_contracts() {
        List<Class<?>> main = classes(new ClassFileImporter().withImportOption(MAIN), HERE);

        assertThat(main).contains(JwtAccessTokens.class, BcryptPasswordHasher.class);
        assertThat(ContractCoverage.gaps(
                        main, classes(new ClassFileImporter(), HERE, ContractCoverage.class.getPackageName())))
                .isEmpty();
    }

    private static List<Class<?>> classes(ClassFileImporter importer, String... packages) {
        List<Class<?>> classes = new ArrayList<>();
        importer.importPackages(packages).stream().map(JavaClass::reflect).forEach(classes::add);
        return classes;
    }
}
