package io.chatsphere.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.chatsphere.contract.AccessTokensContract;
import io.chatsphere.contract.ContractCoverage;
import io.chatsphere.domain.login.AccessClaims;
import io.chatsphere.domain.login.AccessTokens;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.login.PasswordHasher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every class of this module that implements a port of the domain proves that port's contracts. */
class ContractCoverageTest {
    private static final String HERE = "io.chatsphere.application";
    private static final List<Class<?>> MAIN =
            classes(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()), HERE);
    private static final List<Class<?>> TESTS =
            classes(new ClassFileImporter(), HERE, AccessTokensContract.class.getPackageName());

    @Test
    void every_implementation_of_a_port_has_a_test_for_each_of_its_contracts() {
        assertThat(MAIN).filteredOn(PasswordHasher.class::isAssignableFrom).isNotEmpty();
        assertThat(ContractCoverage.gaps(MAIN, TESTS)).isEmpty();
    }

    @Test
    void an_implementation_without_a_test_is_found() {
        assertThat(ContractCoverage.gaps(List.of(Unproved.class), TESTS))
                .containsExactly("No test Unproved… extends PasswordHasherContract");
    }

    @Test
    void a_test_under_another_name_proves_nothing() {
        assertThat(ContractCoverage.gaps(List.of(Misnamed.class), TESTS))
                .containsExactly("No test Misnamed… extends AccessTokensContract");
    }

    @Test
    void an_abstract_test_proves_nothing() {
        List<Class<?>> tests = new ArrayList<>(TESTS);
        tests.add(MisnamedAbstractTest.class);

        assertThat(ContractCoverage.gaps(List.of(Misnamed.class), tests)).hasSize(1);
    }

    @Test
    void a_port_without_a_contract_is_found() {
        assertThat(ContractCoverage.gaps(List.of(Unproved.class), List.of()))
                .containsExactly("PasswordHasher has no contract, and Unproved implements it");
    }

    private static List<Class<?>> classes(ClassFileImporter importer, String... packages) {
        List<Class<?>> classes = new ArrayList<>();
        importer.importPackages(packages).stream().map(JavaClass::reflect).forEach(classes::add);
        return classes;
    }

    /** Implements a port through its superclass, as an adapter with a common base would. */
    private static final class Unproved extends Base {}

    private abstract static class Base implements PasswordHasher {
        @Override
        public PasswordHash hash(Password password) {
            return new PasswordHash("");
        }

        @Override
        public boolean matches(Password password, PasswordHash hash) {
            return false;
        }

        @Override
        public void waste(Password password) {}
    }

    private static final class Misnamed implements AccessTokens {
        @Override
        public String issue(AccessClaims claims) {
            return "";
        }

        @Override
        public AccessClaims verify(String token) {
            throw new IllegalArgumentException("never asked");
        }
    }

    private abstract static class MisnamedAbstractTest extends AccessTokensContract {
        @Override
        protected AccessTokens tokens(Clock clock) {
            return new Misnamed();
        }
    }
}
