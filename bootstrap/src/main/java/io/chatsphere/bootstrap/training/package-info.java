/** The server in use, all by itself, for a Java virtual machine that watches what it loads. */
package io.chatsphere.bootstrap.training;
