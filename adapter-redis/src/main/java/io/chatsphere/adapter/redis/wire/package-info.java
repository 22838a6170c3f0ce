/**
 * How changes and signals look on the way from one node to another: a binary form of its own version, made for this alone.
 * Only the bus of this module may use it; it is no interface for others.
 */
package io.chatsphere.adapter.redis.wire;
