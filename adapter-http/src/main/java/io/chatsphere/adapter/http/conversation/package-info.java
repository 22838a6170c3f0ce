/** Routes about conversations and read marks. */
package io.chatsphere.adapter.http.conversation;
