/**
 * Rooms of every kind, their members, their two counters, who may do what in them, and the port that keeps them. There is
 * one room model: a private chat is a room of two.
 */
package io.chatsphere.domain.room;
