/**
 * The live connections: a Jetty endpoint, the coding of frames and the outbox of each connection. Only
 * {@code WebSocketApi} and its configuration are for others: bootstrap installs them into its Javalin instance.
 */
package io.chatsphere.adapter.websocket;
