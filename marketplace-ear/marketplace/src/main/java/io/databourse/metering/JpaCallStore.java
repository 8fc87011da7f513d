package io.databourse.metering;

import static io.databourse.sql.Column.longs;
import static io.databourse.sql.Column.texts;
import static io.databourse.sql.Column.uuids;

import io.databourse.contract.ContractId;
import io.databourse.sql.CopyRows;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// With arrays and `copy`, one statement for however many rows: what is written for each call would
/// otherwise be a round trip each.
@ApplicationScoped
class JpaCallStore implements CallStore {
    private static final String LOCK =
            "select "
                    + CallRows.STREAM
                    + " from metering_stream s where s.contract_id = any(?)"
                    + " order by s.stream for no key update";
    private static final String OPEN =
            "insert into metering_stream (contract_id, consumer, provider, price_version)"
                    + " values (?, ?, ?, ?) on conflict do nothing";
    private static final String ADVANCE =
            "update metering_stream s set next_counter = v.next"
                    + " from unnest(?::bigint[], ?::bigint[]) v(stream, next)"
                    + " where s.stream = v.stream";

    /// The offset keeps the planner from reading the whole table for a thousand ids at its end.
    private static final String KNOWN =
            CallRows.select(
                    "unnest(?::uuid[]) wanted(id) cross join lateral (select * from metering_call"
                            + " known where known.id = wanted.id offset 0) c");

    private static final String INSERT_BATCH =
            "insert into metering_batch (id, calls, root, statement, signature, at)"
                    + " values (?, ?, ?, ?, ?, ?)";
    private static final String CALLS_INTO =
            "metering_call (id, source, stream, counter, batch, position, outcome, units, rows,"
                    + " bytes, cpu_millis, turnover_minor, at)";
    private static final String INSERT_REVERSALS =
            """
            insert into metering_reversal (id, source, stream, counter)
            select * from unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[])
            """;
    private static final String IS_REVERSED =
            """
            select r.id, r.source from metering_reversal r
            join unnest(?::uuid[], ?::text[]) wanted(id, source) using (id, source)
            """;
    private static final String CALLS =
            CallRows.select("metering_call c")
                    + " where s.contract_id = ? and c.counter > ? order by c.counter limit ?";
    private static final String OF_BATCH =
            CallRows.select("metering_call c") + " where c.batch = ? order by c.position";
    private static final String BATCH =
            "select id, calls, root, statement, signature, at from metering_batch where id = ?";

    private final JpaSql sql;

    @Inject
    JpaCallStore(JpaSql sql) {
        this.sql = sql;
    }

    @Override
    public Map<ContractId, Stream> lock(Set<ContractId> contracts) {
        return sql
                .list(LOCK, CallRows::stream, (Object) texts(contracts, ContractId::value))
                .stream()
                .collect(Collectors.toMap(Stream::contractId, Function.identity()));
    }

    @Override
    public void open(Stream stream) {
        sql.run(
                OPEN,
                stream.contractId().value(),
                stream.consumer().value(),
                stream.provider().value(),
                stream.priceVersion());
    }

    @Override
    public void advance(Collection<Stream> streams) {
        sql.run(ADVANCE, longs(streams, Stream::id), longs(streams, Stream::next));
    }

    @Override
    public List<KnownCall> known(Collection<UUID> ids) {
        return sql.list(KNOWN, CallRows::known, (Object) ids.toArray(UUID[]::new));
    }

    @Override
    public List<StoredCall> stored(Collection<UUID> ids) {
        return sql.list(KNOWN, CallRows::stored, (Object) ids.toArray(UUID[]::new));
    }

    @Override
    public Set<CallKey> reversed(Collection<CallKey> calls) {
        return Set.copyOf(
                sql.list(
                        IS_REVERSED,
                        row -> new CallKey(row.getString(2), row.getObject(1, UUID.class)),
                        uuids(calls, CallKey::id),
                        texts(calls, CallKey::source)));
    }

    @Override
    public long nextBatch() {
        return sql.first("select nextval('metering_batch_id')", row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public void insert(MeterBatch batch, List<CallLine> calls) {
        sql.run(
                INSERT_BATCH,
                batch.id(),
                batch.calls(),
                batch.root(),
                batch.statement(),
                batch.signature(),
                batch.at());
        sql.copy(CALLS_INTO, rows(batch.id(), calls));
        insertReversals(calls);
    }

    private static CopyRows rows(long batch, List<CallLine> calls) {
        var rows = new CopyRows(13);
        for (int position = 0; position < calls.size(); position++) {
            CallLine line = calls.get(position);
            CallRecord call = line.call();
            rows.row()
                    .uuid(call.id())
                    .text(call.source())
                    .bigint(line.stream().id())
                    .bigint(line.counter())
                    .bigint(batch)
                    .integer(position)
                    .text(call.outcome().name())
                    .bigint(call.units())
                    .bigint(call.rows())
                    .bigint(call.bytes())
                    .bigint(call.cpuMillis())
                    .bigint(call.turnoverMinor())
                    .instant(call.at());
        }
        return rows;
    }

    private void insertReversals(List<CallLine> calls) {
        List<CallLine> reversals =
                calls.stream().filter(line -> line.call().reverses().isPresent()).toList();
        if (reversals.isEmpty()) {
            return;
        }
        List<CallKey> originals =
                reversals.stream().map(line -> line.call().reverses().orElseThrow()).toList();
        sql.run(
                INSERT_REVERSALS,
                uuids(originals, CallKey::id),
                texts(originals, CallKey::source),
                longs(reversals, line -> line.stream().id()),
                longs(reversals, CallLine::counter));
    }

    @Override
    public List<StoredCall> calls(ContractId contract, long after, int most) {
        return sql.list(CALLS, CallRows::stored, contract.value(), after, most);
    }

    @Override
    public List<StoredCall> ofBatch(long batch) {
        return sql.list(OF_BATCH, CallRows::stored, batch);
    }

    @Override
    public MeterBatch batch(long id) {
        return sql.first(BATCH, CallRows::batch, id).orElseThrow();
    }
}
