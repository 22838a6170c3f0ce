/** Logins, refresh tokens and tickets in PostgreSQL. */
package io.chatsphere.adapter.postgres.login;
