package io.databourse.command;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/// Carries a command out once for each key of a caller. The command and its stored answer are one
/// transaction, so there is no moment in which one is there without the other. What is refused is
/// rolled back and not stored: sent again, it is judged again.
@ApplicationScoped
public class IdempotentCommands {
    private final JpaCommandStore store;
    private final Clock clock;

    @Inject
    IdempotentCommands(JpaCommandStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param requestHash of everything that makes the command what it is
    /// @throws Refusal IDEMPOTENCY_KEY_REUSED if the key was used for something else,
    ///   COMMAND_IN_FLIGHT if the same key is being carried out now
    @Transactional
    public StoredAnswer once(
            Caller caller, String key, String requestHash, Supplier<StoredAnswer> command) {
        String id = caller.username() + "/" + key;
        if (!store.lock(id)) {
            throw Refusal.of(ErrorCode.COMMAND_IN_FLIGHT, "Key %s is being carried out.", key);
        }
        Optional<CommandRow> known = store.find(id);
        if (known.isPresent()) {
            return replay(known.get(), key, requestHash);
        }
        StoredAnswer answer = command.get();
        CommandRow row = new CommandRow();
        row.id = id;
        row.requestHash = requestHash;
        row.status = answer.status();
        row.body = answer.body();
        row.at = clock.instant();
        store.insert(row);
        return answer;
    }

    private static StoredAnswer replay(CommandRow known, String key, String requestHash) {
        if (!known.requestHash.equals(requestHash)) {
            throw Refusal.of(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "Key %s was used on %s for another command.",
                    key,
                    known.at);
        }
        return known.replay();
    }
}
