package io.databourse.settlement;

import com.fasterxml.jackson.core.type.TypeReference;
import io.databourse.contract.ContractId;
import io.databourse.dispatch.JobId;
import io.databourse.json.Json;
import io.databourse.ledger.TransferId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The charges, in the database. They are only ever added.
@ApplicationScoped
class JpaCharges {
    private static final String SELECT =
            """
            select c.*, (select json_agg(json_build_object(
                    'party', s.party, 'role', s.role, 'amount', s.amount) order by s.role, s.party)
                from settlement_charge_share s where s.charge_id = c.id) as partners
            from settlement_charge c
            """;

    private final JpaSql sql;

    @Inject
    JpaCharges(JpaSql sql) {
        this.sql = sql;
    }

    void insert(List<Charge> charges) {
        sql.run(
                "insert into settlement_charge"
                        + " select * from json_populate_recordset(null::settlement_charge, ?::json)",
                Json.write(charges.stream().map(JpaCharges::row).toList()));
        List<Map<String, Object>> shares = new ArrayList<>();
        for (Charge charge : charges) {
            charge.partners().stream()
                    .filter(partner -> !partner.amount().isZero())
                    .forEach(partner -> shares.add(row(charge, partner)));
        }
        if (!shares.isEmpty()) {
            sql.run(
                    "insert into settlement_charge_share select * from"
                            + " json_populate_recordset(null::settlement_charge_share, ?::json)",
                    Json.write(shares));
        }
    }

    /// The ledger's transfers by their keys; those of which there are none are left out.
    Map<String, TransferId> transfers(List<String> keys) {
        Map<String, TransferId> found = new HashMap<>();
        sql.list(
                "select request_key, id from ledger_transfer where request_key = any(?)",
                row -> found.put(row.getString(1), new TransferId(row.getString(2))),
                (Object) keys.toArray(String[]::new));
        return found;
    }

    boolean exists(ChargeId id) {
        return sql.first("select 1 from settlement_charge where id = ?", _ -> 1, id.value())
                .isPresent();
    }

    Optional<Charge> find(ChargeId id) {
        return sql.first(SELECT + " where c.id = ?", JpaCharges::charge, id.value());
    }

    /// What was refunded of a charge, oldest first.
    List<Charge> refundsOf(ChargeId id) {
        return sql.list(
                SELECT + " where c.original_id = ? order by c.at, c.id",
                JpaCharges::charge,
                id.value());
    }

    /// Oldest first, one more than asked for if there is one.
    List<Charge> list(ChargeQuery query, int most) {
        return sql.list(
                SELECT
                        + """
                         where (?::text is null or c.contract_id = ?)
                            and (?::text is null or c.consumer = ? or c.provider = ?
                                or exists (select from settlement_charge_share s
                                    where s.charge_id = c.id and s.party = ?))
                            and (?::date is null or c.period = ?)
                            and (?::date is null or c.day = ?)
                            and (?::text is null or c.kind = ?)
                            and (?::timestamptz is null
                                or (c.at, c.id) > (?::timestamptz, ?::text))
                        order by c.at, c.id limit ?
                        """,
                JpaCharges::charge,
                query.arguments(most));
    }

    private static Map<String, @Nullable Object> row(Charge charge) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", charge.id().value());
        row.put("kind", charge.kind());
        row.put("at", charge.at());
        row.put("day", charge.day());
        row.put("period", charge.period().atDay(1));
        row.put("original_id", charge.original().map(ChargeId::value).orElse(null));
        row.put("job_id", charge.jobId().map(JobId::value).orElse(null));
        charge.calls()
                .ifPresent(calls -> {
                    row.put("slice_id", calls.slice());
                    row.put("batch_id", calls.batch());
                    row.put("price_version", calls.priceVersion());
                    row.put("calls", calls.calls());
                    row.put("from_counter", calls.fromCounter());
                    row.put("to_counter", calls.toCounter());
                });
        row.put("contract_id", charge.contractId().value());
        row.put("product_name", charge.productName());
        row.put("consumer", charge.consumer().value());
        row.put("provider", charge.provider().value());
        row.put("units", charge.units());
        row.put("currency", charge.gross().currency());
        row.put("gross", charge.gross().minor());
        row.put("merchant_share", charge.merchantShare().minor());
        row.put("partner_share", charge.partnerShare().minor());
        row.put("commission_net", charge.commissionNet().minor());
        row.put("vat", charge.vat().minor());
        row.put("transfer_id", charge.transferId().map(TransferId::value).orElse(null));
        return row;
    }

    private static Map<String, Object> row(Charge charge, PartnerShare partner) {
        return Map.of(
                "charge_id", charge.id().value(),
                "party", partner.party().value(),
                "role", partner.role(),
                "amount", partner.amount().minor());
    }

    private static Charge charge(ResultSet row) throws SQLException {
        ChargeKind kind = ChargeKind.valueOf(row.getString("kind"));
        return new Charge(
                new ChargeId(row.getString("id")),
                kind,
                Columns.instant(row, "at"),
                Columns.date(row, "day"),
                Columns.month(row, "period"),
                Columns.textIfAny(row, "original_id").map(ChargeId::new),
                Columns.textIfAny(row, "job_id").map(JobId::new),
                kind == ChargeKind.CALLS ? Optional.of(calls(row)) : Optional.empty(),
                new ContractId(row.getString("contract_id")),
                row.getString("product_name"),
                new MerchantId(row.getString("consumer")),
                new MerchantId(row.getString("provider")),
                row.getLong("units"),
                Columns.money(row, "gross"),
                Columns.money(row, "merchant_share"),
                Columns.money(row, "partner_share"),
                Columns.money(row, "commission_net"),
                Columns.money(row, "vat"),
                partners(row),
                Columns.textIfAny(row, "transfer_id").map(TransferId::new));
    }

    private static CallsPart calls(ResultSet row) throws SQLException {
        return new CallsPart(
                row.getLong("slice_id"),
                row.getLong("batch_id"),
                row.getString("price_version"),
                row.getLong("calls"),
                row.getLong("from_counter"),
                row.getLong("to_counter"));
    }

    private static List<PartnerShare> partners(ResultSet row) throws SQLException {
        CurrencyCode currency = CurrencyCode.valueOf(row.getString("currency"));
        return Columns.textIfAny(row, "partners").stream()
                .flatMap(
                        text -> Json.read(text, new TypeReference<List<StoredShare>>() {}).stream())
                .map(share ->
                        new PartnerShare(
                                new MerchantId(share.party),
                                share.role,
                                Money.ofMinor(share.amount, currency)))
                .toList();
    }

    private record StoredShare(String party, PartnerRole role, long amount) {}
}
