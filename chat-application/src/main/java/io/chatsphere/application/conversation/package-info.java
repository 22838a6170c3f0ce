/** The list of conversations and read marks, and what a conversation looks like to a client. */
package io.chatsphere.application.conversation;
