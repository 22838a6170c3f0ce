/** Who is online, and who is live in which room. */
package io.chatsphere.application.presence;
