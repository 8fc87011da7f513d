package io.databourse.node.console;

import io.databourse.node.review.ReviewProblem;
import io.databourse.node.review.Reviewers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Checks names and passwords, and lets nobody try out many.
final class Doorkeeper {
    private static final int MOST_FAILURES = 10;
    private static final Duration WHILE = Duration.ofMinutes(5);

    private final Reviewers people;
    private final Clock clock;
    private final Deque<Instant> failures = new ArrayDeque<>();

    Doorkeeper(Reviewers people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /// @param password is overwritten
    /// @throws ReviewProblem if the two do not fit, or too many did not
    synchronized void check(String name, char[] password) {
        var now = clock.instant();
        failures.removeIf(failure -> now.isAfter(failure.plus(WHILE)));
        try {
            if (failures.size() >= MOST_FAILURES) {
                throw new ReviewProblem(
                        "密码错误次数过多，请等五分钟。", "Too many wrong passwords; wait five minutes.");
            }
            people.check(name, password);
        } catch (ReviewProblem problem) {
            if (failures.size() < MOST_FAILURES) {
                failures.add(now);
            }
            throw problem;
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
