/** The composition: the one place where the core meets its adapters, in the order in which they start and stop. */
package io.chatsphere.bootstrap.server;
