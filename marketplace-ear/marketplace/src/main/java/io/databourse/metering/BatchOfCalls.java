package io.databourse.metering;

import io.databourse.contract.ContractId;
import io.databourse.crypto.Signer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A batch while it is made: gives the calls their numbers and adds them up.
final class BatchOfCalls {
    /// The exchange's days begin at midnight in Shanghai.
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final long id;
    private final Instant at;
    private final Map<ContractId, Stream> streams;
    private final Set<ContractId> touched = new HashSet<>();
    private final List<CallLine> lines = new ArrayList<>();
    private final Map<SliceKey, Sum> sums = new LinkedHashMap<>();

    BatchOfCalls(long id, Instant at, Map<ContractId, Stream> streams) {
        this.id = id;
        this.at = at;
        this.streams = streams;
    }

    void add(CallRecord call) {
        Stream stream = stream(call.contractId());
        long counter = stream.next();
        streams.put(
                call.contractId(),
                new Stream(
                        stream.id(),
                        stream.contractId(),
                        stream.consumer(),
                        stream.provider(),
                        stream.priceVersion(),
                        counter + 1));
        touched.add(call.contractId());
        lines.add(new CallLine(call, stream, counter, CallDocument.of(call, stream, counter, id)));
        var key = new SliceKey(call.contractId(), call.at().atZone(ZONE).toLocalDate());
        sums.computeIfAbsent(key, _ -> new Sum(counter)).add(call, counter);
    }

    ReceiptTree tree() {
        return new ReceiptTree(lines.stream().map(CallLine::document).toList());
    }

    MeterBatch seal(ReceiptTree tree, Signer signer) {
        String root = tree.root().toString();
        String statement =
                "{\"type\":\"databourse/meter-batch/1\",\"batch\":%d,\"calls\":%d,\"root\":\"%s\",\"at\":\"%s\"}"
                        .formatted(id, lines.size(), root, at);
        return new MeterBatch(
                id, lines.size(), root, statement, signer.signDocument(statement), at);
    }

    List<CallLine> lines() {
        return lines;
    }

    List<Tally> tallies() {
        List<Tally> tallies = new ArrayList<>(sums.size());
        sums.forEach((key, sum) -> tallies.add(sum.tally(id, stream(key.contract()), key.day())));
        return tallies;
    }

    /// The streams that calls were added to, as they are now.
    Collection<Stream> streams() {
        return touched.stream().map(this::stream).toList();
    }

    private Stream stream(ContractId contract) {
        Stream stream = streams.get(contract);
        if (stream == null) {
            throw new IllegalStateException(contract + " has no stream");
        }
        return stream;
    }

    private record SliceKey(ContractId contract, LocalDate day) {}

    /// Counts by outcome and adds up; a record for each call would be thrown away at once.
    private static final class Sum {
        final long from;
        long to;
        private long hits;
        private long misses;
        private long errors;
        private long rows;
        private long bytes;
        private long cpuMillis;
        private long units;
        private long turnoverMinor;
        private long consumed;

        Sum(long from) {
            this.from = from;
        }

        void add(CallRecord call, long counter) {
            to = counter;
            switch (call.outcome()) {
                case HIT -> hits += call.sign();
                case MISS -> misses += call.sign();
                case ERROR -> errors += call.sign();
            }
            rows = Math.addExact(rows, call.rows());
            bytes = Math.addExact(bytes, call.bytes());
            cpuMillis = Math.addExact(cpuMillis, call.cpuMillis());
            units = Math.addExact(units, call.units());
            turnoverMinor = Math.addExact(turnoverMinor, call.turnoverMinor());
            consumed = Math.addExact(consumed, Math.max(0, call.units()));
        }

        Tally tally(long batch, Stream stream, LocalDate day) {
            var usage =
                    new Usage(
                            hits + misses + errors,
                            hits,
                            misses,
                            errors,
                            rows,
                            bytes,
                            cpuMillis,
                            units,
                            turnoverMinor);
            return new Tally(batch, stream, day, usage, consumed, from, to);
        }
    }
}
