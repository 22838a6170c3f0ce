/**
 * The storage ports of the domain on PostgreSQL 14 and later. {@link io.chatsphere.adapter.postgres.PostgresStorage} and
 * {@link io.chatsphere.adapter.postgres.PostgresConfig} are for others; the packages below are not.
 */
package io.chatsphere.adapter.postgres;
