/** The other nodes that share the store: how many there are, and whether they hear each other. For the façade alone. */
package io.chatsphere.application.node;
