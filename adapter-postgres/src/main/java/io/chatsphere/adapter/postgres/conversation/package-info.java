/** Rooms as their members have them, in PostgreSQL: the list of conversations, unread counts and read marks. */
package io.chatsphere.adapter.postgres.conversation;
