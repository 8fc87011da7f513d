package io.databourse.bench;

import io.databourse.call.Caller;
import io.databourse.call.Role;
import io.databourse.contract.ContractId;
import io.databourse.harness.Exchange;
import io.databourse.harness.TestDatabase;
import io.databourse.ledger.LedgerService;
import io.databourse.metering.CallRecord;
import io.databourse.metering.CallSlices;
import io.databourse.quota.LeaseBook;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaLeases;
import io.databourse.quota.QuotaService;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.reconciliation.ReconciliationService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// After whatever has happened: every call that was sent is in the books once, charged once, taken
/// from its quota once; no counter has a gap; all ledgers sum to zero, and no rule is broken.
final class BooksProof {
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR));

    private final Exchange exchange = Exchange.get();

    private BooksProof() {}

    /// @param sent all calls of these contracts that were ever sent
    static void require(Map<UUID, CallRecord> sent, Collection<ContractId> contracts)
            throws SQLException {
        new BooksProof().check(sent, contracts);
    }

    private void check(Map<UUID, CallRecord> sent, Collection<ContractId> contracts)
            throws SQLException {
        bringIn();
        Map<ContractId, Long> calls = new HashMap<>();
        sent.values().forEach(call -> calls.merge(call.contractId(), 1L, Long::sum));
        for (ContractId contract : contracts) {
            long expected = calls.getOrDefault(contract, 0L);
            requireStored(contract, sent);
            equal("the counter of " + contract, expected, number(COUNTED, contract));
            equal("the slices of " + contract, expected, number(SLICED, contract));
            equal("the charged calls of " + contract, expected, number(CHARGED, contract));
            Quota quota = exchange.bean(QuotaService.class).view(contract);
            equal("the consumed units of " + contract, expected, quota.consumed());
            equal("the held units of " + contract, 0, quota.held());
        }
        Set<LocalDate> days = new TreeSet<>();
        sent.values()
                .forEach(call -> days.add(LocalDate.ofInstant(call.at(), SettlementService.ZONE)));
        requireRules(days);
    }

    /// What instances have in memory, or had when they died, goes back.
    private void bringIn() {
        exchange.bean(LeaseBook.class).closeAll();
        exchange.clock().advance(Duration.ofMinutes(1));
        while (exchange.bean(QuotaLeases.class).reap() > 0) {
            // there may be more
        }
        while (exchange.bean(CallSlices.class).cut()) {
            // there may be more
        }
    }

    private void requireRules(Set<LocalDate> days) {
        if (!exchange.bean(LedgerService.class).proof().balanced()) {
            throw new IllegalStateException("the ledgers do not sum to zero");
        }
        var service = exchange.bean(ReconciliationService.class);
        service.check(OPERATOR).forEach(BooksProof::fail);
        for (LocalDate day : days) {
            service.reconcile(OPERATOR, Optional.of(day)).tickets().forEach(BooksProof::fail);
        }
    }

    private static void requireStored(ContractId contract, Map<UUID, CallRecord> sent)
            throws SQLException {
        Set<UUID> stored = new HashSet<>();
        try (Connection connection = TestDatabase.get().dataSource().getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select c.id from metering_call c join metering_stream s on"
                                        + " s.stream = c.stream where s.contract_id = ?")) {
            query.setString(1, contract.value());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    if (!stored.add(id) || !sent.containsKey(id)) {
                        fail(id + " is there twice, or was never sent");
                    }
                }
            }
        }
        long missing =
                sent.values().stream()
                        .filter(call -> call.contractId().equals(contract))
                        .filter(call -> !stored.contains(call.id()))
                        .count();
        equal("the lost calls of " + contract, 0, missing);
    }

    private static final String COUNTED =
            "select coalesce(max(next_counter), 1) - 1 from metering_stream where contract_id = ?";
    private static final String SLICED =
            "select coalesce(sum(l.calls), 0) from metering_slice l join metering_stream s"
                    + " on s.stream = l.stream where s.contract_id = ?";
    private static final String CHARGED =
            "select coalesce(sum(units), 0) from settlement_charge"
                    + " where kind = 'CALLS' and contract_id = ?";

    private static long number(String sql, ContractId contract) throws SQLException {
        try (Connection connection = TestDatabase.get().dataSource().getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, contract.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void equal(String what, long expected, long found) {
        if (expected != found) {
            fail("%s: %d, and not %d".formatted(what, found, expected));
        }
    }

    private static void fail(Object what) {
        throw new IllegalStateException("not as it must be: " + what);
    }
}
