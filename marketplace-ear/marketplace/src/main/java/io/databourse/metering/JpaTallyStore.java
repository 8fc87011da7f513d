package io.databourse.metering;

import static io.databourse.sql.Column.days;
import static io.databourse.sql.Column.longs;
import static io.databourse.sql.Column.texts;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
class JpaTallyStore implements TallyStore {
    private static final String CUTTING = "metering_tally";

    private static final String INSERT =
            """
            insert into metering_tally (batch, stream, day, price_version, calls, hits, misses,
                errors, rows, bytes, cpu_millis, units, turnover_minor, consumed, from_counter,
                to_counter)
            select * from unnest(?::bigint[], ?::bigint[], ?::date[], ?::text[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
            """;

    private static final String TAKE =
            """
            with taken as (delete from metering_tally t using (
                    select batch, stream, day from metering_tally order by batch limit ?) oldest
                where t.batch = oldest.batch and t.stream = oldest.stream and t.day = oldest.day
                returning t.*)
            select t.*, s.contract_id, s.consumer, s.provider, s.next_counter
            from taken t join metering_stream s on s.stream = t.stream order by t.stream, t.day
            """;

    private static final String INSERT_SLICES =
            """
            insert into metering_slice (id, batch, stream, day, price_version, calls, hits, misses,
                errors, rows, bytes, cpu_millis, units, turnover_minor, from_counter, to_counter,
                at)
            select v.id, v.batch, s.stream, v.day, v.price_version, v.calls, v.hits, v.misses,
                v.errors, v.rows, v.bytes, v.cpu_millis, v.units, v.turnover_minor,
                v.from_counter, v.to_counter, ?
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::date[], ?::text[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                v(id, batch, contract, day, price_version, calls, hits, misses, errors, rows, bytes,
                    cpu_millis, units, turnover_minor, from_counter, to_counter)
            join metering_stream s on s.contract_id = v.contract
            """;

    private static final String BATCHES =
            """
            select distinct c.batch from metering_slice s join metering_call c
                on c.stream = s.stream and c.counter between s.from_counter and s.to_counter
            where s.id = ? order by c.batch
            """;

    private final JpaSql sql;

    @Inject
    JpaTallyStore(JpaSql sql) {
        this.sql = sql;
    }

    @Override
    public void insert(List<Tally> tallies) {
        sql.run(
                INSERT,
                longs(tallies, Tally::batch),
                longs(tallies, tally -> tally.stream().id()),
                days(tallies, Tally::day),
                texts(tallies, tally -> tally.stream().priceVersion()),
                longs(tallies, tally -> tally.usage().calls()),
                longs(tallies, tally -> tally.usage().hits()),
                longs(tallies, tally -> tally.usage().misses()),
                longs(tallies, tally -> tally.usage().errors()),
                longs(tallies, tally -> tally.usage().rows()),
                longs(tallies, tally -> tally.usage().bytes()),
                longs(tallies, tally -> tally.usage().cpuMillis()),
                longs(tallies, tally -> tally.usage().units()),
                longs(tallies, tally -> tally.usage().turnoverMinor()),
                longs(tallies, Tally::consumed),
                longs(tallies, Tally::from),
                longs(tallies, Tally::to));
    }

    @Override
    public boolean tryLock() {
        return sql.tryLock(CUTTING);
    }

    @Override
    public void lock() {
        sql.lock(CUTTING);
    }

    @Override
    public List<Tally> take(int most) {
        return sql.list(TAKE, JpaTallyStore::tally, most);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        var stream =
                new Stream(
                        row.getLong("stream"),
                        new ContractId(row.getString("contract_id")),
                        new MerchantId(row.getString("consumer")),
                        new MerchantId(row.getString("provider")),
                        row.getString("price_version"),
                        row.getLong("next_counter"));
        var usage =
                new Usage(
                        row.getLong("calls"),
                        row.getLong("hits"),
                        row.getLong("misses"),
                        row.getLong("errors"),
                        row.getLong("rows"),
                        row.getLong("bytes"),
                        row.getLong("cpu_millis"),
                        row.getLong("units"),
                        row.getLong("turnover_minor"));
        return new Tally(
                row.getLong("batch"),
                stream,
                row.getObject("day", LocalDate.class),
                usage,
                row.getLong("consumed"),
                row.getLong("from_counter"),
                row.getLong("to_counter"));
    }

    @Override
    public List<Long> nextIds(int count) {
        return sql.list(
                "select nextval('metering_slice_id') from generate_series(1, ?)",
                row -> row.getLong(1),
                count);
    }

    @Override
    public void insertSlices(List<MeterSlice> slices) {
        sql.run(
                INSERT_SLICES,
                slices.getFirst().at(),
                longs(slices, MeterSlice::id),
                longs(slices, MeterSlice::batch),
                texts(slices, slice -> slice.contractId().value()),
                days(slices, MeterSlice::day),
                texts(slices, MeterSlice::priceVersion),
                longs(slices, slice -> slice.usage().calls()),
                longs(slices, slice -> slice.usage().hits()),
                longs(slices, slice -> slice.usage().misses()),
                longs(slices, slice -> slice.usage().errors()),
                longs(slices, slice -> slice.usage().rows()),
                longs(slices, slice -> slice.usage().bytes()),
                longs(slices, slice -> slice.usage().cpuMillis()),
                longs(slices, slice -> slice.usage().units()),
                longs(slices, slice -> slice.usage().turnoverMinor()),
                longs(slices, MeterSlice::fromCounter),
                longs(slices, MeterSlice::toCounter));
    }

    @Override
    public List<Long> batches(long slice) {
        return sql.list(BATCHES, row -> row.getLong(1), slice);
    }
}
