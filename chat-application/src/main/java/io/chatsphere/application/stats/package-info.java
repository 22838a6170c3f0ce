/** How much is going on. */
package io.chatsphere.application.stats;
