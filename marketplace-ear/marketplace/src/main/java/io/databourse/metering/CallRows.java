package io.databourse.metering;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// What [JpaCallStore] reads: the columns, by their places, and what they mean.
final class CallRows {
    static final String STREAM =
            "s.stream, s.contract_id, s.consumer, s.provider, s.price_version, s.next_counter";

    private static final String CALL =
            "c.id, c.source, c.outcome, c.rows, c.bytes, c.cpu_millis, c.at, c.counter, c.batch,"
                    + " c.position, r.id, r.source, c.units, c.turnover_minor";

    /// Only what reverses a call gives units back.
    private static final String REVERSED =
            " left join metering_reversal r on c.units < 0 and r.stream = c.stream"
                    + " and r.counter = c.counter";

    private CallRows() {}

    /// @param from where the calls come from, as `c`
    static String select(String from) {
        return "select "
                + STREAM
                + ", "
                + CALL
                + " from "
                + from
                + " join metering_stream s on s.stream = c.stream"
                + REVERSED;
    }

    static Stream stream(ResultSet row) throws SQLException {
        return new Stream(
                row.getLong(1),
                new ContractId(row.getString(2)),
                new MerchantId(row.getString(3)),
                new MerchantId(row.getString(4)),
                row.getString(5),
                row.getLong(6));
    }

    static CallRecord call(ResultSet row) throws SQLException {
        UUID reversed = row.getObject(17, UUID.class);
        return new CallRecord(
                row.getObject(7, UUID.class),
                row.getString(8),
                new ContractId(row.getString(2)),
                CallOutcome.valueOf(row.getString(9)),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(20),
                row.getLong(19),
                instant(row, 13),
                reversed == null
                        ? Optional.empty()
                        : Optional.of(new CallKey(row.getString(18), reversed)));
    }

    static KnownCall known(ResultSet row) throws SQLException {
        return new KnownCall(call(row), row.getLong("counter"));
    }

    static StoredCall stored(ResultSet row) throws SQLException {
        return new StoredCall(
                call(row),
                stream(row),
                row.getLong("counter"),
                row.getLong("batch"),
                row.getInt("position"));
    }

    static MeterBatch batch(ResultSet row) throws SQLException {
        return new MeterBatch(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                instant(row, 6));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
