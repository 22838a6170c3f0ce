/** Presence of several nodes in this JVM, which share a real Redis. */
package io.chatsphere.bootstrap.presence;
