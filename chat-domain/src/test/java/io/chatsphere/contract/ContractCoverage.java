package io.chatsphere.contract;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds contracts that nobody proves. A module gives its own classes and its tests, together with the kit's, to
 * {@link #gaps} and asserts that the answer is empty.
 */
public final class ContractCoverage {
    private static final String DOMAIN = "io.chatsphere.domain";

    private ContractCoverage() {}

    /**
     * Which contracts lack a test. Each class of {@code main} that implements a port of the domain needs, for every
     * contract of that port, a concrete class in {@code tests} that extends the contract and whose name starts with the
     * implementation's.
     *
     * @param main a module's own classes; those that implement no port are ignored
     * @param tests its test classes and the contracts
     * @return one sentence per gap
     */
    public static List<String> gaps(Collection<Class<?>> main, Collection<Class<?>> tests) {
        return main.stream()
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .flatMap(type -> portsOf(type).flatMap(port -> gapsOf(type, port, tests)))
                .sorted()
                .toList();
    }

    private static Stream<String> gapsOf(Class<?> implementation, Class<?> port, Collection<Class<?>> tests) {
        List<Class<?>> contracts =
                tests.stream().filter(type -> isContractOf(port, type)).toList();
        if (contracts.isEmpty()) {
            return Stream.of(port.getSimpleName() + " has no contract, and " + implementation.getSimpleName()
                    + " implements it");
        }
        return contracts.stream()
                .filter(contract -> tests.stream().noneMatch(test -> proves(test, contract, implementation)))
                .map(contract -> "No test " + implementation.getSimpleName() + "… extends " + contract.getSimpleName());
    }

    /** Ports are the top-level interfaces of the domain that others may implement; sealed ones are values. */
    private static Stream<Class<?>> portsOf(Class<?> type) {
        if (type == null) {
            return Stream.empty();
        }
        Stream<Class<?>> own =
                Arrays.stream(type.getInterfaces()).flatMap(face -> isPort(face) ? Stream.of(face) : portsOf(face));
        return Stream.concat(own, portsOf(type.getSuperclass())).distinct();
    }

    private static boolean isPort(Class<?> face) {
        boolean inDomain = face.getName().startsWith(DOMAIN + ".");
        return inDomain && face.getEnclosingClass() == null && !face.isSealed();
    }

    private static boolean isContractOf(Class<?> port, Class<?> type) {
        ContractOf contract = type.getDeclaredAnnotation(ContractOf.class);
        return contract != null && contract.value() == port;
    }

    private static boolean proves(Class<?> test, Class<?> contract, Class<?> implementation) {
        return contract.isAssignableFrom(test)
                && !Modifier.isAbstract(test.getModifiers())
                && test.getSimpleName().startsWith(implementation.getSimpleName());
    }
}
