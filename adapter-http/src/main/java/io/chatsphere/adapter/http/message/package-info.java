/** Routes about messages: reading a history and sending without a socket. */
package io.chatsphere.adapter.http.message;
