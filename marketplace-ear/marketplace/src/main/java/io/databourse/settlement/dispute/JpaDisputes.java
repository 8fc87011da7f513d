package io.databourse.settlement.dispute;

import io.databourse.call.PageRequest;
import io.databourse.json.Json;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.settlement.ChargeId;
import io.databourse.settlement.PartnerRole;
import io.databourse.settlement.PartnerShare;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.Shares;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Disputes, with what they hold.
@ApplicationScoped
class JpaDisputes {
    private static final String FEE = "FEE";
    private static final String VAT = "VAT";

    private final EntityManager entities;
    private final JpaSql sql;

    @Inject
    JpaDisputes(EntityManager entities, JpaSql sql) {
        this.entities = entities;
        this.sql = sql;
    }

    void insert(DisputeRow row, List<Held> held) {
        entities.persist(row);
        entities.flush();
        List<Map<String, Object>> shares = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            Held each = held.get(i);
            sql.run(
                    "insert into settlement_dispute_charge values (?, ?, ?, ?, true)",
                    row.id,
                    each.charge().value(),
                    i,
                    each.shares().gross().minor());
            shares.addAll(shares(row, each));
        }
        sql.run(
                "insert into settlement_dispute_share select * from"
                        + " json_populate_recordset(null::settlement_dispute_share, ?::json)",
                Json.write(shares));
    }

    private static List<Map<String, Object>> shares(DisputeRow row, Held held) {
        Shares shares = held.shares();
        List<Map<String, Object>> rows = new ArrayList<>();
        add(rows, row, held, row.provider, PartnerRole.PROVIDER.name(), shares.merchant());
        for (PartnerShare partner : shares.partners()) {
            add(rows, row, held, partner.party().value(), partner.role().name(), partner.amount());
        }
        add(rows, row, held, SettlementService.EXCHANGE, FEE, shares.feeNet());
        add(rows, row, held, SettlementService.EXCHANGE, VAT, shares.feeVat());
        return rows;
    }

    private static void add(
            List<Map<String, Object>> rows,
            DisputeRow row,
            Held held,
            String party,
            String role,
            Money amount) {
        if (amount.isPositive()) {
            rows.add(
                    Map.of(
                            "dispute_id",
                            row.id,
                            "charge_id",
                            held.charge().value(),
                            "party",
                            party,
                            "role",
                            role,
                            "amount",
                            amount.minor()));
        }
    }

    Optional<DisputeRow> lock(DisputeId id) {
        return Optional.ofNullable(
                entities.find(DisputeRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Dispute> find(DisputeId id) {
        return Optional.ofNullable(entities.find(DisputeRow.class, id.value()))
                .map(this::withCharges);
    }

    /// Newest first, one more than asked for if there is one.
    List<Dispute> list(Optional<MerchantId> party, PageRequest page) {
        return entities.createQuery(
                        "select d from DisputeRow d where d.id < :after"
                                + " and (:party = '' or d.consumer = :party or d.provider = :party)"
                                + " order by d.id desc",
                        DisputeRow.class)
                .setParameter("after", page.after().orElse("~"))
                .setParameter("party", party.map(MerchantId::value).orElse(""))
                .setMaxResults(page.limit() + 1)
                .getResultStream()
                .map(this::withCharges)
                .toList();
    }

    Dispute withCharges(DisputeRow row) {
        return row.toDispute(
                sql.list(
                        "select charge_id from settlement_dispute_charge where dispute_id = ?"
                                + " order by position",
                        found -> new ChargeId(found.getString(1)),
                        row.id));
    }

    boolean isDisputed(ChargeId charge) {
        return heldOf(charge).isPositive();
    }

    /// What an open dispute holds of the charge.
    Money heldOf(ChargeId charge) {
        return sql.first(
                        "select amount from settlement_dispute_charge where charge_id = ? and open",
                        row -> Money.ofMinor(row.getLong(1), CurrencyCode.CNY),
                        charge.value())
                .orElse(Money.zero(CurrencyCode.CNY));
    }

    void release(DisputeRow row) {
        sql.run("update settlement_dispute_charge set open = false where dispute_id = ?", row.id);
    }

    List<Held> heldBy(DisputeRow row) {
        List<StoredShare> stored =
                sql.list(
                        """
                        select s.charge_id, s.party, s.role, s.amount
                        from settlement_dispute_share s
                        join settlement_dispute_charge c using (dispute_id, charge_id)
                        where s.dispute_id = ? order by c.position, s.role, s.party
                        """,
                        JpaDisputes::stored,
                        row.id);
        return stored.stream()
                .map(StoredShare::charge)
                .distinct()
                .map(charge ->
                        held(
                                row,
                                charge,
                                stored.stream().filter(s -> s.charge.equals(charge)).toList()))
                .toList();
    }

    private static StoredShare stored(ResultSet row) throws SQLException {
        return new StoredShare(
                row.getString(1), row.getString(2), row.getString(3), row.getLong(4));
    }

    private static Held held(DisputeRow row, String charge, List<StoredShare> stored) {
        Money none = Money.zero(row.currency);
        Money gross = none;
        Money merchant = none;
        Money fee = none;
        Money vat = none;
        List<PartnerShare> partners = new ArrayList<>();
        for (StoredShare share : stored) {
            Money amount = Money.ofMinor(share.amount, row.currency);
            gross = gross.add(amount);
            switch (share.role) {
                case FEE -> fee = amount;
                case VAT -> vat = amount;
                default -> {
                    if (share.party.equals(row.provider)) {
                        merchant = amount;
                    } else {
                        partners.add(
                                new PartnerShare(
                                        new MerchantId(share.party),
                                        PartnerRole.valueOf(share.role),
                                        amount));
                    }
                }
            }
        }
        return new Held(new ChargeId(charge), new Shares(gross, merchant, partners, fee, vat));
    }

    private record StoredShare(String charge, String party, String role, long amount) {}
}
