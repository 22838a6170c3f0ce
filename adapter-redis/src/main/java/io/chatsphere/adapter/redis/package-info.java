/**
 * The ports that join several nodes, on Redis: change bus, presence and shared rate limits. Only the entry class and its
 * configuration are for others; nothing here is needed on a single node.
 */
package io.chatsphere.adapter.redis;
