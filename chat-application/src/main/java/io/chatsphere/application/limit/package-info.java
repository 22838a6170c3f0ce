/** Limits: on requests, for protocols that answer requests, and on guessing passwords. */
package io.chatsphere.application.limit;
