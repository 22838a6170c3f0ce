/**
 * The chat core: users, rooms, messages and every driven port, each beside its aggregate. It depends on nothing but the
 * JDK. This package holds only {@link io.chatsphere.domain.Storage}, what an adapter provides as a whole.
 */
package io.chatsphere.domain;
