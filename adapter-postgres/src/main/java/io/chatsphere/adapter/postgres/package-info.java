/**
 * The storage ports of the domain on PostgreSQL: JDBI, a HikariCP pool and Flyway migrations. Only the entry class and
 * its configuration are for others; an embedder may bring its own {@code DataSource}.
 */
package io.chatsphere.adapter.postgres;
