/** Options and who sits where. */
package io.chatsphere.bootstrap.load.plan;
