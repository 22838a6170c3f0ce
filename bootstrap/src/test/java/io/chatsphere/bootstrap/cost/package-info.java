/** What use cases cost on a real PostgreSQL, counted in what is the same on every machine. */
package io.chatsphere.bootstrap.cost;
