/** What the server says about itself: its address list and the description of its interface. */
package io.chatsphere.adapter.http.docs;
