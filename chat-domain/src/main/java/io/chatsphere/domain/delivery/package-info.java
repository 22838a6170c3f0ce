/**
 * What travels: changes, each the state after a committed change of a room or a user; the log to read them from and the bus
 * that carries them quickly.
 */
package io.chatsphere.domain.delivery;
