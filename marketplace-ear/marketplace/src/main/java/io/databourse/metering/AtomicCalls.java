package io.databourse.metering;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.quota.Hold;
import io.databourse.quota.LeaseBook;
import io.databourse.quota.LeaseUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes calls in one transaction, all or none.
@ApplicationScoped
class AtomicCalls {
    private static final Logger LOG = System.getLogger(AtomicCalls.class.getName());
    private static final int TRIES = 3;

    private final CallBatches batches;
    private final LeaseBook book;

    @Inject
    AtomicCalls(CallBatches batches, LeaseBook book) {
        this.batches = batches;
        this.book = book;
    }

    /// @return what became of each; none is refused
    /// @throws NotAllWritten if one is refused
    List<CallResult> write(List<CallRecord> calls) {
        List<Hold> holds = new ArrayList<>();
        List<CallUse> uses = new ArrayList<>(calls.size());
        for (CallRecord call : calls) {
            try {
                uses.add(new CallUse(call, take(call, holds)));
            } catch (Refusal none) {
                end(holds, true);
                throw new NotAllWritten(Map.of(uses.size(), none));
            }
        }
        return write(uses, holds);
    }

    private LeaseUse take(CallRecord call, List<Hold> holds) {
        if (call.units() <= 0) {
            return LeaseUse.none(call.contractId());
        }
        Hold hold = book.hold(call.contractId(), call.units());
        holds.add(hold);
        return hold.consume(call.units()).orElseThrow();
    }

    private List<CallResult> write(List<CallUse> uses, List<Hold> holds) {
        for (int attempt = 1; ; attempt++) {
            try {
                List<CallResult> results = batches.writeAll(uses);
                end(holds, false);
                return results;
            } catch (NotAllWritten none) {
                end(holds, true);
                throw none;
            } catch (RuntimeException e) {
                // Whether it was written nobody knows; the same ids may be sent again.
                if (attempt == TRIES) {
                    LOG.log(Level.WARNING, "calls were not written together", e);
                    end(holds, false);
                    throw Refusal.of(
                            ErrorCode.UNAVAILABLE,
                            "The meter does not answer; send the calls again with their ids.");
                }
            }
        }
    }

    private void end(List<Hold> holds, boolean giveBack) {
        for (Hold hold : holds) {
            hold.written(giveBack ? hold.units() : 0);
            book.forget(hold);
        }
    }
}
