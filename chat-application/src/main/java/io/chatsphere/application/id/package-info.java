/** Where new ids and the time of day come from; used by every feature. */
package io.chatsphere.application.id;
