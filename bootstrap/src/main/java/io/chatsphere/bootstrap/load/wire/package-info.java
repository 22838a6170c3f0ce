/**
 * The server as its documents describe it: REST, the live connection, accounts and their tokens. Nothing here knows the inside
 * of a server.
 */
package io.chatsphere.bootstrap.load.wire;
