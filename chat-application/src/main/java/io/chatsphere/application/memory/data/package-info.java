/**
 * What the twins of the storage ports keep: tables of users, logins and rooms, plain state without a lock of its own. Only
 * {@code InMemoryStore} holds it, and its repositories touch it within a transaction; for nobody else.
 */
package io.chatsphere.application.memory.data;
