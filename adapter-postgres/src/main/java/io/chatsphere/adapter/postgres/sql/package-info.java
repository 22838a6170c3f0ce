/** What all repositories share: transactions, session settings, the translation of failures, and reading columns. */
package io.chatsphere.adapter.postgres.sql;
