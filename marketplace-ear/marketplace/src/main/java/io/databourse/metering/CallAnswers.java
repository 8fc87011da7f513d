package io.databourse.metering;

import io.databourse.metering.CallAnswer.Result;
import java.util.List;

/// What became of calls that were reported together, in their order.
///
/// @param batches those that the receipts are of
public record CallAnswers(
        long accepted,
        long duplicate,
        long refused,
        List<CallAnswer> items,
        List<MeterBatch> batches) {
    public CallAnswers {
        items = List.copyOf(items);
        batches = List.copyOf(batches);
    }

    static CallAnswers of(List<CallAnswer> items, List<MeterBatch> batches) {
        return new CallAnswers(
                count(items, Result.ACCEPTED),
                count(items, Result.DUPLICATE),
                count(items, Result.REFUSED),
                items,
                batches);
    }

    private static long count(List<CallAnswer> items, Result result) {
        return items.stream().filter(each -> each.result() == result).count();
    }
}
