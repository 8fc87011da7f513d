package io.databourse.node.console;

import io.databourse.node.masking.People;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who is logged in. In memory alone: a restart logs everybody out.
final class Sessions {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final int MOST = 1_000;

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /// @param form every form must bring it, so that no other site can send one
    record Session(String id, People.Person who, String form, Instant began, Instant used) {
        String name() {
            return who.name();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    Session begin(People.Person who) {
        sessions.values().removeIf(this::isOver);
        if (sessions.size() >= MOST) {
            sessions.clear();
        }
        var session = new Session(secret(), who, secret(), clock.instant(), clock.instant());
        sessions.put(session.id(), session);
        return session;
    }

    Optional<Session> find(String id) {
        return Optional.ofNullable(
                sessions.computeIfPresent(id, (_, known) -> isOver(known) ? null : used(known)));
    }

    void end(Session session) {
        sessions.remove(session.id());
    }

    private Session used(Session known) {
        return new Session(known.id(), known.who(), known.form(), known.began(), clock.instant());
    }

    private boolean isOver(Session session) {
        var now = clock.instant();
        return now.isAfter(session.used().plus(IDLE)) || now.isAfter(session.began().plus(LONGEST));
    }

    private String secret() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
