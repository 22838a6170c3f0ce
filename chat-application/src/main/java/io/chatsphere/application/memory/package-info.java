/**
 * The core ports on one JVM's memory: what an embedder gets unless they bring something else, the single node's bus, and
 * every test's fast back-end. They keep the same contracts as the real adapters and are not test doubles; what they lack is
 * durability and other nodes. Public are the classes that one puts together a chat from.
 */
package io.chatsphere.application.memory;
