/** Messages: what one may say, drafts, what was stored, and the port that appends to a room's one history and reads it. */
package io.chatsphere.domain.message;
