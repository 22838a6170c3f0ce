/** The route on which clients without a live session read what they missed. */
package io.chatsphere.adapter.http.change;
