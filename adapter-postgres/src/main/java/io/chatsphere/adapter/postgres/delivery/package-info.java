/** Reading what changed from PostgreSQL. */
package io.chatsphere.adapter.postgres.delivery;
