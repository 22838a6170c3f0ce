/**
 * The PostgreSQL that the server brings along: unpacked, made, started, stopped and recovered inside the data directory. It
 * knows processes and files, and no SQL; the composition connects to it as to any other PostgreSQL.
 */
package io.chatsphere.bootstrap.database;
