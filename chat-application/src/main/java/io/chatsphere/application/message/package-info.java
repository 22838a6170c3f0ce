/** Sending and reading messages, and what a message looks like to a client. */
package io.chatsphere.application.message;
