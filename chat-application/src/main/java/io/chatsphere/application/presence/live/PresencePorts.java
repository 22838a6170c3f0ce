package io.chatsphere.application.presence.live;

import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.presence.PresenceRegistry;
import io.chatsphere.domain.user.UserRepository;

/** What presence is built over. */
public record PresencePorts(PresenceRegistry registry, ChangeBus bus, UserRepository users) {}
