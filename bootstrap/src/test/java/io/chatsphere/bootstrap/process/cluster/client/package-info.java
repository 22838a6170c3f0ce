/**
 * Clients that do exactly what the documentation of the live connection tells a client to do, and write down what they got and
 * what was wrong with it.
 */
package io.chatsphere.bootstrap.process.cluster.client;
