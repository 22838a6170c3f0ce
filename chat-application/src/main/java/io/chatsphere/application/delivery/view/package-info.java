/** Changes of rooms as clients get them, whatever carries them. For protocols. */
package io.chatsphere.application.delivery.view;
