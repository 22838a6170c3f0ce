/**
 * What tests of nodes need: a real Redis of their own and a network that fails. Published for the tests of other modules, which
 * add {@code com.github.codemonstur:embedded-redis} themselves.
 */
package io.chatsphere.adapter.redis.testing;
