/**
 * The rules of the architecture, and the proof that each of them catches what it forbids. Nobody uses it but its tests.
 */
package io.chatsphere.bootstrap.architecture;
