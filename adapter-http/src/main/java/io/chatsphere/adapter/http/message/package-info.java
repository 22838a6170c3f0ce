/** Routes about messages: reading a history, and sending, editing and deleting without a socket. */
package io.chatsphere.adapter.http.message;
