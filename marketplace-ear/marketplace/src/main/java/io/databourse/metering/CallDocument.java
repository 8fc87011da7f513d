package io.databourse.metering;

/// The text of a receipt: JSON, written by hand, since its bytes are hashed and must be the same
/// whenever it is made again from the books. No value in it needs escaping.
final class CallDocument {
    private CallDocument() {}

    static String of(CallRecord call, Stream stream, long counter, long batch) {
        return "{\"type\":\"databourse/call-receipt/1\",\"contract\":\""
                + call.contractId()
                + "\",\"counter\":"
                + counter
                + ",\"source\":\""
                + call.source()
                + "\",\"id\":\""
                + call.id()
                + "\",\"outcome\":\""
                + call.outcome()
                + "\",\"units\":"
                + call.units()
                + ",\"rows\":"
                + call.rows()
                + ",\"bytes\":"
                + call.bytes()
                + ",\"cpuMillis\":"
                + call.cpuMillis()
                + turnover(call)
                + reverses(call)
                + ",\"price\":\""
                + stream.priceVersion()
                + "\",\"at\":\""
                + call.at()
                + "\",\"batch\":"
                + batch
                + "}";
    }

    /// Few prices count it.
    private static String turnover(CallRecord call) {
        return call.turnoverMinor() == 0 ? "" : ",\"turnoverMinor\":" + call.turnoverMinor();
    }

    private static String reverses(CallRecord call) {
        return call.reverses()
                .map(original ->
                        ",\"reverses\":{\"source\":\""
                                + original.source()
                                + "\",\"id\":\""
                                + original.id()
                                + "\"}")
                .orElse("");
    }
}
