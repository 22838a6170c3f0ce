/** What refusals say to people, in 中文 and English. */
package io.chatsphere.application.error;
