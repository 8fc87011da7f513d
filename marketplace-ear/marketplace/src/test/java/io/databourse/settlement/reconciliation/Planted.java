package io.databourse.settlement.reconciliation;

import io.databourse.harness.Exchange;
import io.databourse.harness.TestDatabase;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.TransferRequest;
import io.databourse.money.CurrencyCode;
import io.databourse.settlement.Flow;
import io.databourse.settlement.PartnerRole;
import io.databourse.settlement.Sales;
import io.databourse.settlement.SettlementAccounts;
import io.databourse.settlement.SettlementService;
import io.databourse.sql.JpaSql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Rows that no stage would write, in a transaction that is rolled back.
final class Planted {
    private final JpaSql sql = Exchange.get().bean(JpaSql.class);
    private final Sales sales;
    private final LocalDate day;
    private final Instant noon;

    Planted(Sales sales, LocalDate day) {
        this.sales = sales;
        this.day = day;
        this.noon = day.atTime(12, 0).atZone(SettlementService.ZONE).toInstant();
    }

    /// What the work finds, after which nothing of it was ever there.
    static <T> T undone(Supplier<T> work) {
        AtomicReference<@Nullable T> found = new AtomicReference<>();
        try {
            TestDatabase.get()
                    .inNewTransaction(() -> {
                        found.set(work.get());
                        throw new Undone();
                    });
        } catch (Undone expected) {
            return Objects.requireNonNull(found.get());
        }
        throw new IllegalStateException("not undone");
    }

    void sql(String statement, @Nullable Object... arguments) {
        sql.run(statement, arguments);
    }

    /// For what even the schema refuses.
    void withoutTriggers(String statement, @Nullable Object... arguments) {
        sql.run("set local session_replication_role = replica");
        sql.run(statement, arguments);
        sql.run("set local session_replication_role = origin");
    }

    void job(String name) {
        sql.run(
                """
                insert into dispatch_job (id, contract_id, consumer_id, provider_id, state, attempt,
                    deadline, identity, history, ended_at)
                values (?, ?, ?, ?, 'DELIVERED', 1, ?, '{}', '[]', ?)
                """,
                "job_" + name,
                sales.contract.id().value(),
                sales.contract.consumer().value(),
                sales.contract.provider().value(),
                noon,
                noon);
    }

    void meter(String name, long units) {
        sql.run(
                "insert into metering_record values (?, ?, ?, ?, ?, 'DELIVERED', ?, 0, 0, ?)",
                "mtr_" + name,
                "job_" + name,
                sales.contract.id().value(),
                sales.contract.consumer().value(),
                sales.contract.provider().value(),
                units,
                noon);
    }

    /// A charge of a run for 100 fen, all of it the merchant's.
    void charge(String name, @Nullable String transfer) {
        sql.run(
                """
                insert into settlement_charge (id, kind, at, day, period, job_id, contract_id,
                    product_name, consumer, provider, units, currency, gross, merchant_share,
                    partner_share, commission_net, vat, transfer_id)
                values (?, 'RUN', ?, ?, ?, ?, ?, 'planted', ?, ?, 1, 'CNY', 100, 100, 0, 0, 0, ?)
                """,
                "mtr_" + name,
                noon,
                day,
                day.withDayOfMonth(1),
                "job_" + name,
                sales.contract.id().value(),
                sales.contract.consumer().value(),
                sales.contract.provider().value(),
                transfer);
    }

    /// A charge that all books agree about.
    void whole(String name) {
        job(name);
        meter(name, 1);
        charge(name, transfer(name, 100));
    }

    /// Posted to the merchant.
    String transfer(String name, long amount) {
        String key = "charge:mtr_" + name;
        var legs =
                Flow.legs(
                        List.of(
                                new Flow(
                                        SettlementAccounts.reserved(
                                                sales.contract.consumer(), CurrencyCode.CNY),
                                        amount)),
                        List.of(
                                new Flow(
                                        SettlementAccounts.payable(
                                                sales.contract.provider(),
                                                PartnerRole.PROVIDER,
                                                CurrencyCode.CNY),
                                        amount)));
        return Exchange.get()
                .bean(LedgerService.class)
                .postNow(new TransferRequest(key, legs, "CHARGE", "job_" + name))
                .value();
    }

    void stream(long stream, long next) {
        sql.run(
                "insert into metering_stream overriding system value"
                        + " values (?, ?, ?, ?, 'v1', ?)",
                stream,
                "con_" + stream,
                sales.contract.consumer().value(),
                sales.contract.provider().value(),
                next);
        sql.run("insert into metering_batch values (?, 1, '', '', '', ?)", stream, noon);
    }

    void call(long stream) {
        sql.run(
                """
                insert into metering_call values (gen_random_uuid(), 'test', ?, 1, ?, 0, 'HIT', 1,
                    0, 0, 0, ?)
                """,
                stream,
                stream,
                noon);
    }

    void slice(long stream) {
        sql.run(
                """
                insert into metering_slice values (?, ?, ?, ?, 'v1', 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, ?)
                """,
                stream,
                stream,
                stream,
                day,
                noon);
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
