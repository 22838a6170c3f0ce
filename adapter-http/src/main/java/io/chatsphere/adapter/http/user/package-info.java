/** Routes about the caller's own account. */
package io.chatsphere.adapter.http.user;
