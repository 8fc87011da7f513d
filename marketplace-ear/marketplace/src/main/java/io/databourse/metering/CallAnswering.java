package io.databourse.metering;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.merchant.MerchantId;
import io.databourse.metering.CallAnswer.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Tells a provider what became of its report. An id that was used for something else is no
/// everyday refusal: it is put on record.
@ApplicationScoped
@Transactional
class CallAnswering {
    private final ReceiptBook book;
    private final Event<MeterEvent> events;
    private final Clock clock;

    @Inject
    CallAnswering(ReceiptBook book, Event<MeterEvent> events, Clock clock) {
        this.book = book;
        this.events = events;
        this.clock = clock;
    }

    CallAnswers answer(MerchantId provider, List<Incoming> incoming, List<Written> written) {
        Map<CallKey, StoredCall> before = before(incoming, written);
        ReceiptBook.Placed placed = book.placed(before.values());
        Map<Long, MeterBatch> batches = new TreeMap<>();
        placed.batches().forEach(batch -> batches.put(batch.id(), batch));
        List<CallAnswer> answers = new ArrayList<>(incoming.size());
        for (int i = 0; i < incoming.size(); i++) {
            Incoming call = incoming.get(i);
            answers.add(
                    switch (written.get(i)) {
                        case Written.Now(CallReceipt receipt) -> {
                            batches.put(receipt.batch().id(), receipt.batch());
                            yield CallAnswer.written(call.key(), Result.ACCEPTED, place(receipt));
                        }
                        case Written.Before _ -> before(call, before, placed);
                        case Written.No(Refusal reason) -> CallAnswer.refused(call.key(), reason);
                        case Written.NotTried _ -> CallAnswer.notWritten(call.key());
                        case Written.As(int first) -> answers.get(first).again();
                    });
        }
        tell(provider, answers);
        return CallAnswers.of(answers, List.copyOf(batches.values()));
    }

    private Map<CallKey, StoredCall> before(List<Incoming> incoming, List<Written> written) {
        List<CallKey> keys = new ArrayList<>();
        for (int i = 0; i < incoming.size(); i++) {
            if (written.get(i) instanceof Written.Before) {
                keys.add(incoming.get(i).key());
            }
        }
        return book.stored(keys);
    }

    private static CallAnswer before(
            Incoming call, Map<CallKey, StoredCall> before, ReceiptBook.Placed placed) {
        CallKey key = call.key();
        StoredCall stored = before.get(key);
        if (stored == null) {
            return CallAnswer.refused(key, CallWriting.silent(key));
        }
        if (call instanceof Incoming.Fresh(CallRecord fresh) && !fresh.equals(stored.call())) {
            return CallAnswer.refused(key, CallSorter.conflict(key));
        }
        return CallAnswer.written(key, Result.DUPLICATE, placed.receipt(key));
    }

    private static PlacedReceipt place(CallReceipt receipt) {
        return new PlacedReceipt(
                receipt.document(),
                receipt.counter(),
                receipt.batch().id(),
                receipt.position(),
                Optional.of(receipt.path()));
    }

    private void tell(MerchantId provider, List<CallAnswer> answers) {
        List<CallKey> conflicts =
                answers.stream()
                        .filter(answer -> answer.code().equals(Optional.of(ErrorCode.CONFLICT)))
                        .map(answer -> new CallKey(answer.source(), answer.id()))
                        .toList();
        if (!conflicts.isEmpty()) {
            events.fire(new MeterEvent.Conflicted(provider, conflicts, clock.instant()));
        }
    }
}
