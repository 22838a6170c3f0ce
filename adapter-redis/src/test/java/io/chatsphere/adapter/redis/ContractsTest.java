package io.chatsphere.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.chatsphere.contract.ContractCoverage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContractsTest {
    @Test
    void every_class_that_implements_a_port_of_the_domain_is_proved_by_that_ports_contracts() {
        Collection<Class<?>> all = classesOf("io.chatsphere.adapter.redis", "io.chatsphere.contract");
        List<Class<?>> main = new ArrayList<>(all);
        main.removeIf(type -> type.getName().startsWith("io.chatsphere.contract"));

        assertThat(main).anyMatch(type -> type.getSimpleName().equals("RedisChangeBus"));
        assertThat(ContractCoverage.gaps(main, all)).isEmpty();
    }

    private static Collection<Class<?>> classesOf(String... packages) {
        List<Class<?>> classes = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().importPackages(packages)) {
            classes.add(type.reflect());
        }
        return classes;
    }
}
