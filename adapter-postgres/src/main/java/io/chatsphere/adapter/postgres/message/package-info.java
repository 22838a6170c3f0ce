/**
 * Messages in PostgreSQL: history, and appending by group commit. A call's drafts are split over a few writers by room
 * ({@code AppendCall}), wait in a bounded queue ({@code AppendQueue}), and are committed together with whatever else waits
 * ({@code AppendWriter}, {@code AppendTransaction}). What a draft becomes is decided in plain code ({@code AppendBatch}).
 */
package io.chatsphere.adapter.postgres.message;
