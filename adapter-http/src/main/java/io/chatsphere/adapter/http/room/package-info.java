/** Routes about public rooms, groups and their members. */
package io.chatsphere.adapter.http.room;
