/**
 * Presence of this node's sessions: its lease and entries in the registry, the grace, and what the sessions are shown. The chat
 * makes one {@link io.chatsphere.application.presence.live.PresenceService}; nobody else uses this package.
 */
package io.chatsphere.application.presence.live;
