package io.databourse.metering;

import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.List;

/// What happens at the meter.
public sealed interface MeterEvent {
    /// A job ended.
    record Recorded(MeterRecord record) implements MeterEvent {}

    /// A batch of calls was written.
    record Sealed(MeterBatch batch) implements MeterEvent {}

    /// A provider used ids again for other calls than before; nothing was counted.
    record Conflicted(MerchantId provider, List<CallKey> calls, Instant at) implements MeterEvent {
        public Conflicted {
            calls = List.copyOf(calls);
        }
    }
}
