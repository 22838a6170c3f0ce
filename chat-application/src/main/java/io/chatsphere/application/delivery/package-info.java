/**
 * Live delivery on one node: feeds that put a room's changes in order, the sessions that get them, and the sweep that finds
 * what the bus lost. Feeds are plain state that one thread at a time touches. Adapters and embedding programs use
 * {@link io.chatsphere.application.delivery.LiveSession} and {@link io.chatsphere.application.delivery.LiveListener}.
 */
package io.chatsphere.application.delivery;
