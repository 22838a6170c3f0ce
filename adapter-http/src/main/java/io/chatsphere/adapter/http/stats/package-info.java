/** The route about how much is going on. */
package io.chatsphere.adapter.http.stats;
