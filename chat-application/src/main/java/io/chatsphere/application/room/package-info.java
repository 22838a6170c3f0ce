/** Public rooms and private chats: listing, making, joining, and finding the room that an address names. */
package io.chatsphere.application.room;
