/** Users in PostgreSQL. */
package io.chatsphere.adapter.postgres.user;
