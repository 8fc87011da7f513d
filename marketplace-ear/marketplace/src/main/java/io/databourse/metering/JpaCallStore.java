package io.databourse.metering;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.hibernate.Session;

/// With arrays, one statement for however many rows: what is written for each call would otherwise
/// be a round trip each.
@ApplicationScoped
class JpaCallStore implements CallStore {
    private static final String STREAM =
            "s.stream, s.contract_id, s.consumer, s.provider, s.price_version, s.next_counter";
    private static final String CALL =
            "c.id, c.source, c.outcome, c.rows, c.bytes, c.cpu_millis, c.at, c.counter, c.batch,"
                    + " c.position, r.id, r.source, c.units";

    /// Only what reverses a call gives units back.
    private static final String REVERSED =
            " left join metering_reversal r on c.units < 0 and r.stream = c.stream"
                    + " and r.counter = c.counter";

    private static final String LOCK =
            "select "
                    + STREAM
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
            "select "
                    + STREAM
                    + ", "
                    + CALL
                    + " from unnest(?::uuid[]) wanted(id)"
                    + " cross join lateral (select * from metering_call known"
                    + " where known.id = wanted.id offset 0) c"
                    + " join metering_stream s on s.stream = c.stream"
                    + REVERSED;

    private static final String INSERT_BATCH =
            "insert into metering_batch (id, calls, root, statement, signature, at)"
                    + " values (?, ?, ?, ?, ?, ?)";
    private static final String INSERT_CALLS =
            """
            insert into metering_call (id, source, stream, counter, batch, position, outcome, units,
                rows, bytes, cpu_millis, at)
            select id, source, stream, counter, ?, position - 1, outcome, units, rows, bytes,
                cpu_millis, to_timestamp(0) + at * interval '1 microsecond'
            from unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) with ordinality
                c(id, source, stream, counter, outcome, units, rows, bytes, cpu_millis, at, position)
            """;
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
            "select "
                    + STREAM
                    + ", "
                    + CALL
                    + " from metering_call c"
                    + " join metering_stream s on s.stream = c.stream"
                    + REVERSED
                    + " where s.contract_id = ? and c.counter > ? order by c.counter limit ?";
    private static final String OF_BATCH =
            "select "
                    + STREAM
                    + ", "
                    + CALL
                    + " from metering_call c"
                    + " join metering_stream s on s.stream = c.stream"
                    + REVERSED
                    + " where c.batch = ? order by c.position";

    private final EntityManager entities;

    @Inject
    JpaCallStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Map<ContractId, Stream> lock(Set<ContractId> contracts) {
        Map<ContractId, Stream> streams = new HashMap<>();
        query(
                LOCK,
                s -> s.setArray(1, array(s, "text", contracts, ContractId::value)),
                row -> {
                    Stream stream = stream(row);
                    streams.put(stream.contractId(), stream);
                });
        return streams;
    }

    @Override
    public void open(Stream stream) {
        update(
                OPEN,
                s -> {
                    s.setString(1, stream.contractId().value());
                    s.setString(2, stream.consumer().value());
                    s.setString(3, stream.provider().value());
                    s.setString(4, stream.priceVersion());
                });
    }

    @Override
    public void advance(Collection<Stream> streams) {
        update(
                ADVANCE,
                s -> {
                    s.setArray(1, array(s, "bigint", streams, Stream::id));
                    s.setArray(2, array(s, "bigint", streams, Stream::next));
                });
    }

    @Override
    public List<KnownCall> known(Collection<UUID> ids) {
        List<KnownCall> known = new ArrayList<>();
        query(
                KNOWN,
                s -> s.setArray(1, array(s, "uuid", ids, id -> id)),
                row -> known.add(new KnownCall(call(row), row.getLong("counter"))));
        return known;
    }

    @Override
    public List<StoredCall> stored(Collection<UUID> ids) {
        return stored(KNOWN, s -> s.setArray(1, array(s, "uuid", ids, id -> id)));
    }

    @Override
    public Set<CallKey> reversed(Collection<CallKey> calls) {
        Set<CallKey> found = new HashSet<>();
        query(
                IS_REVERSED,
                s -> {
                    s.setArray(1, array(s, "uuid", calls, CallKey::id));
                    s.setArray(2, array(s, "text", calls, CallKey::source));
                },
                row -> found.add(new CallKey(row.getString(2), row.getObject(1, UUID.class))));
        return found;
    }

    @Override
    public long nextBatch() {
        return ((Number)
                        entities.createNativeQuery("select nextval('metering_batch_id')")
                                .getSingleResult())
                .longValue();
    }

    @Override
    public void insert(MeterBatch batch, List<CallLine> calls) {
        update(
                INSERT_BATCH,
                s -> {
                    s.setLong(1, batch.id());
                    s.setInt(2, batch.calls());
                    s.setString(3, batch.root());
                    s.setString(4, batch.statement());
                    s.setString(5, batch.signature());
                    s.setObject(6, time(batch.at()));
                });
        update(INSERT_CALLS, s -> bind(s, batch.id(), calls));
        insertReversals(calls);
    }

    private void insertReversals(List<CallLine> calls) {
        List<CallLine> reversals =
                calls.stream().filter(line -> line.call().reverses().isPresent()).toList();
        if (reversals.isEmpty()) {
            return;
        }
        List<CallKey> originals =
                reversals.stream().map(line -> line.call().reverses().orElseThrow()).toList();
        update(
                INSERT_REVERSALS,
                s -> {
                    s.setArray(1, array(s, "uuid", originals, CallKey::id));
                    s.setArray(2, array(s, "text", originals, CallKey::source));
                    s.setArray(3, array(s, "bigint", reversals, line -> line.stream().id()));
                    s.setArray(4, array(s, "bigint", reversals, CallLine::counter));
                });
    }

    private static void bind(PreparedStatement s, long batch, List<CallLine> calls)
            throws SQLException {
        s.setLong(1, batch);
        s.setArray(2, array(s, "uuid", calls, line -> line.call().id()));
        s.setArray(3, array(s, "text", calls, line -> line.call().source()));
        s.setObject(4, longs(calls, line -> line.stream().id()));
        s.setObject(5, longs(calls, CallLine::counter));
        s.setArray(6, array(s, "text", calls, line -> line.call().outcome().name()));
        s.setObject(7, longs(calls, line -> line.call().units()));
        s.setObject(8, longs(calls, line -> line.call().rows()));
        s.setObject(9, longs(calls, line -> line.call().bytes()));
        s.setObject(10, longs(calls, line -> line.call().cpuMillis()));
        s.setObject(11, longs(calls, line -> micros(line.call().at())));
    }

    @Override
    public List<StoredCall> calls(ContractId contract, long after, int most) {
        return stored(
                CALLS,
                s -> {
                    s.setString(1, contract.value());
                    s.setLong(2, after);
                    s.setInt(3, most);
                });
    }

    @Override
    public List<StoredCall> ofBatch(long batch) {
        return stored(OF_BATCH, s -> s.setLong(1, batch));
    }

    private List<StoredCall> stored(String sql, Binding binding) {
        List<StoredCall> found = new ArrayList<>();
        query(
                sql,
                binding,
                row ->
                        found.add(
                                new StoredCall(
                                        call(row),
                                        stream(row),
                                        row.getLong("counter"),
                                        row.getLong("batch"),
                                        row.getInt("position"))));
        return found;
    }

    @Override
    public MeterBatch batch(long id) {
        List<MeterBatch> found = new ArrayList<>();
        query(
                "select id, calls, root, statement, signature, at from metering_batch where id = ?",
                s -> s.setLong(1, id),
                row ->
                        found.add(
                                new MeterBatch(
                                        row.getLong(1),
                                        row.getInt(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        instant(row, 6))));
        return found.getFirst();
    }

    private static Stream stream(ResultSet row) throws SQLException {
        return new Stream(
                row.getLong(1),
                new ContractId(row.getString(2)),
                new MerchantId(row.getString(3)),
                new MerchantId(row.getString(4)),
                row.getString(5),
                row.getLong(6));
    }

    private static CallRecord call(ResultSet row) throws SQLException {
        UUID reversed = row.getObject(17, UUID.class);
        return new CallRecord(
                row.getObject(7, UUID.class),
                row.getString(8),
                new ContractId(row.getString(2)),
                CallOutcome.valueOf(row.getString(9)),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(19),
                instant(row, 13),
                reversed == null
                        ? Optional.empty()
                        : Optional.of(new CallKey(row.getString(18), reversed)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static long micros(Instant at) {
        return Math.addExact(
                Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000);
    }

    private static <T> java.sql.Array array(
            PreparedStatement statement, String type, Collection<T> of, Function<T, Object> value)
            throws SQLException {
        Object[] values = new Object[of.size()];
        int i = 0;
        for (T each : of) {
            values[i++] = value.apply(each);
        }
        Connection connection = statement.getConnection();
        return connection.createArrayOf(type, values);
    }

    /// The driver sends it in binary.
    private static <T> long[] longs(Collection<T> of, ToLongFunction<T> value) {
        return of.stream().mapToLong(value).toArray();
    }

    private void query(String sql, Binding binding, Reading reading) {
        work(
                sql,
                statement -> {
                    binding.bind(statement);
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            reading.read(rows);
                        }
                    }
                });
    }

    private void update(String sql, Binding binding) {
        work(
                sql,
                statement -> {
                    binding.bind(statement);
                    statement.executeUpdate();
                });
    }

    private void work(String sql, Binding work) {
        entities.unwrap(Session.class)
                .doWork(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        work.bind(statement);
                    }
                });
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }
}
