/** Who is online and who is live in which room, over all nodes, and the port that keeps it. */
package io.chatsphere.domain.presence;
