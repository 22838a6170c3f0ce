/**
 * What clients ask for on a live connection, and how it is done and answered, whatever carries the frames. For the packages
 * of this module alone.
 */
package io.chatsphere.adapter.websocket.request;
