/**
 * What one can do with the chat core: use cases by feature, live delivery, and {@link io.chatsphere.application.ChatSphere},
 * the one entry that servers and embedding programs build. Depends on the domain and the JDK alone.
 */
package io.chatsphere.application;
