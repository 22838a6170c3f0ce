/** Logins and refresh tokens in PostgreSQL. */
package io.chatsphere.adapter.postgres.login;
