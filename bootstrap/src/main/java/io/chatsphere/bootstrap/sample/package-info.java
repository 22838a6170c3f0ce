/** Users, rooms and talk to look at, for people who try the server out. Used by the entry point alone. */
package io.chatsphere.bootstrap.sample;
