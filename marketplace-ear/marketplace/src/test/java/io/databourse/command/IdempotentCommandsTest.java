package io.databourse.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.harness.Exchange;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// On PostgreSQL: the four ways in which a key is answered.
class IdempotentCommandsTest {
    private static final Caller BANK = new Caller("bank", Set.of(Role.BUYER));

    private final IdempotentCommands commands = Exchange.get().bean(IdempotentCommands.class);
    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void the_same_command_again_is_answered_from_what_is_stored() {
        StoredAnswer first = commands.once(BANK, key, "hash", this::answer);
        StoredAnswer again = commands.once(BANK, key, "hash", this::answer);

        assertThat(first.replayed()).isFalse();
        assertThat(again).isEqualTo(new StoredAnswer(201, "{\"n\":1}", true));
        assertThat(done).hasValue(1);
    }

    @Test
    void another_command_with_the_same_key_is_refused() {
        commands.once(BANK, key, "hash", this::answer);

        assertThatThrownBy(() -> commands.once(BANK, key, "other", this::answer))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.code())
                                        .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        assertThat(done).hasValue(1);
    }

    @Test
    void what_was_refused_is_judged_again() {
        assertThatThrownBy(() ->
                        commands.once(
                                BANK,
                                key,
                                "hash",
                                () -> {
                                    throw Refusal.of(ErrorCode.STATE_CONFLICT, "not yet");
                                }))
                .isInstanceOf(Refusal.class);

        assertThat(commands.once(BANK, key, "hash", this::answer).replayed()).isFalse();
    }

    @Test
    void a_command_that_is_being_carried_out_is_not_begun_again() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            threads.execute(() ->
                    commands.once(
                            BANK,
                            key,
                            "hash",
                            () -> {
                                begun.countDown();
                                await(mayEnd);
                                return answer();
                            }));
            begun.await();
            assertThatThrownBy(() -> commands.once(BANK, key, "hash", this::answer))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.code())
                                            .isEqualTo(ErrorCode.COMMAND_IN_FLIGHT));
            mayEnd.countDown();
        }
        assertThat(done).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private StoredAnswer answer() {
        return new StoredAnswer(201, "{\"n\":%d}".formatted(done.incrementAndGet()), false);
    }
}
