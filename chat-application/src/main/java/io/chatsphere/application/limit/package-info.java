/** Limits on requests, for protocols that answer requests. */
package io.chatsphere.application.limit;
