/**
 * Tests of several servers that share a PostgreSQL and a Redis, all of them processes that can be killed, stopped and cut off
 * from one another.
 */
package io.chatsphere.bootstrap.process.cluster;
