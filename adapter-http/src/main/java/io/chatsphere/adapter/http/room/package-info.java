/** Routes about public rooms. */
package io.chatsphere.adapter.http.room;
