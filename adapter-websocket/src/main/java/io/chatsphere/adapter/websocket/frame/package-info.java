/**
 * What frames look like on the wire: those of clients are read, those to clients are written, and nothing is known of
 * connections. For the packages of this module alone.
 */
package io.chatsphere.adapter.websocket.frame;
