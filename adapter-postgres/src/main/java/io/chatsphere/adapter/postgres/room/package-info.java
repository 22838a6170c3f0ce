/** Rooms, their members and counters in PostgreSQL. */
package io.chatsphere.adapter.postgres.room;
