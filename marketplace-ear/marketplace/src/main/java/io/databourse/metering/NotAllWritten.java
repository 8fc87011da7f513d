package io.databourse.metering;

import io.databourse.call.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Some calls were refused that were to be written together, so none is; the transaction rolls
/// back.
final class NotAllWritten extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Map<Integer, Refusal> refusals;

    NotAllWritten(Map<Integer, Refusal> refusals) {
        super("not all calls can be written", null, false, false);
        this.refusals = Map.copyOf(refusals);
    }

    /// @return empty if none was refused
    static Map<Integer, Refusal> refusals(List<CallResult> results) {
        Map<Integer, Refusal> found = new TreeMap<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof CallResult.Refused(_, Refusal reason)) {
                found.put(i, reason);
            }
        }
        return found;
    }

    /// By the calls' places.
    Map<Integer, Refusal> refusals() {
        return refusals;
    }
}
