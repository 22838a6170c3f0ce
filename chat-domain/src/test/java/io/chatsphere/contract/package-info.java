/**
 * The contract kit: what every implementation of a driven port must do, as JUnit tests that need nothing but JUnit Jupiter.
 *
 * <p>The author of an adapter takes this jar as a test dependency, extends each contract of the ports that the adapter
 * implements, and returns the adapter from the one abstract method. {@link io.chatsphere.contract.ContractOf} says which
 * contracts belong to a port, and {@link io.chatsphere.contract.ContractCoverage} finds those that nobody proves.
 *
 * <p>Contracts never assume an empty store: they make ids and names that nobody else has, so that one store may serve all
 * of them, one after another or in parallel.
 */
package io.chatsphere.contract;
