/**
 * The ports that join several nodes, on Redis: change bus, presence and shared rate limits.
 * {@link io.chatsphere.adapter.redis.RedisAdapter} and {@link io.chatsphere.adapter.redis.RedisSettings} are for others, the
 * rest is not; nothing here is needed on a single node.
 */
package io.chatsphere.adapter.redis;
