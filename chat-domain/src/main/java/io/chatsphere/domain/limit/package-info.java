/** Limits on how much somebody may do in some time, and the port that counts. */
package io.chatsphere.domain.limit;
