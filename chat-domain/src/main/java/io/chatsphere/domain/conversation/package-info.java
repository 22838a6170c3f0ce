/** Rooms as their members have them: the list of conversations, read marks and unread counts, and the port that keeps them. */
package io.chatsphere.domain.conversation;
