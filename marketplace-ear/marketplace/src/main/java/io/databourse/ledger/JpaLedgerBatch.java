package io.databourse.ledger;

import io.databourse.ledger.TransferRequest.Leg;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Session;

/// Posts many transfers with a constant number of statements: accounts are locked once, in the
/// order of their ids, balances are worked out in memory, and rows go as arrays.
@ApplicationScoped
class JpaLedgerBatch {
    private static final String THERE = "select id from ledger_account where id = any(?)";
    private static final String OPEN =
            "insert into ledger_account (id, ledger, name, normal, may_go_negative)"
                    + " select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])"
                    + " a(id, ledger, name, normal, free) order by id collate \"C\""
                    + " on conflict do nothing";
    // The order of bytes, in which single transfers lock too, whatever the database sorts by.
    private static final String LOCK =
            "select id, ledger, normal, may_go_negative, posted, held from ledger_account"
                    + " where id = any(?) order by id collate \"C\" for update";
    private static final String TRANSFERS =
            "insert into ledger_transfer (id, request_key, ledger, reason, subject_id, state,"
                    + " created_at, settled_at) select id, key, ledger, reason, subject, 'POSTED',"
                    + " at, at from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])"
                    + " t(id, key, ledger, reason, subject) cross join (select ?::timestamptz at) now";
    private static final String LEGS =
            "insert into ledger_leg (id, transfer_id, position, debit_account, credit_account,"
                    + " amount) select * from unnest(?::text[], ?::text[], ?::int[], ?::text[],"
                    + " ?::text[], ?::bigint[])";
    private static final String ENTRIES =
            "insert into ledger_entry (transfer_id, account_id, ledger, debit, credit,"
                    + " balance_after, at) select transfer, account, ledger, debit, credit, after, at"
                    + " from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],"
                    + " ?::bigint[]) with ordinality"
                    + " e(transfer, account, ledger, debit, credit, after, place)"
                    + " cross join (select ?::timestamptz at) now order by place";
    private static final String BALANCES =
            "update ledger_account a set posted = v.posted"
                    + " from unnest(?::text[], ?::bigint[]) v(id, posted) where a.id = v.id";

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    JpaLedgerBatch(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    List<BatchOutcome> post(List<TransferRequest> requests) {
        // What Hibernate has not written yet would not be seen.
        entities.flush();
        List<BatchOutcome> outcomes = new ArrayList<>(requests.size());
        entities.unwrap(Session.class)
                .doWork(connection -> new Run(connection, clock).post(requests, outcomes));
        return outcomes;
    }

    private record Posted(String id, TransferRequest request) {}

    private record PlacedLeg(Posted transfer, int position, Leg leg) {}

    private record Run(Connection connection, Clock clock) {
        void post(List<TransferRequest> requests, List<BatchOutcome> outcomes) throws SQLException {
            BatchAccounts accounts = lock(requests);
            // Looked up under the locks: whoever posts the same key holds the same accounts.
            KnownTransfers known = KnownTransfers.of(connection, requests);
            List<Posted> posted = new ArrayList<>(requests.size());
            for (TransferRequest request : requests) {
                var answer = known.answer(request);
                if (answer.isPresent()) {
                    outcomes.add(answer.get());
                    continue;
                }
                String id = TransferId.next().value();
                if (accounts.apply(id, request.legs())) {
                    known.posted(request);
                    posted.add(new Posted(id, request));
                    outcomes.add(BatchOutcome.POSTED);
                } else {
                    outcomes.add(BatchOutcome.INSUFFICIENT);
                }
            }
            if (!posted.isEmpty()) {
                write(posted, accounts);
            }
        }

        private BatchAccounts lock(List<TransferRequest> requests) throws SQLException {
            Map<String, Account> wanted = new HashMap<>();
            requests.stream()
                    .flatMap(request -> request.legs().stream())
                    .flatMap(leg -> Stream.of(leg.debit(), leg.credit()))
                    .forEach(account -> wanted.put(AccountRow.id(account), account));
            // Before the locks: to wait for others who open the same would close a ring.
            openMissing(wanted);
            return locked(wanted.keySet());
        }

        /// Mostly there is nothing to open, and to find that out by inserting costs far more.
        private void openMissing(Map<String, Account> wanted) throws SQLException {
            Map<String, Account> missing = new HashMap<>(wanted);
            try (PreparedStatement query = connection.prepareStatement(THERE)) {
                query.setArray(1, array("text", wanted.keySet(), id -> id));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        missing.remove(rows.getString(1));
                    }
                }
            }
            if (!missing.isEmpty()) {
                open(missing.values());
            }
        }

        private void open(Collection<Account> accounts) throws SQLException {
            try (PreparedStatement open = connection.prepareStatement(OPEN)) {
                open.setArray(1, array("text", accounts, AccountRow::id));
                open.setArray(2, array("text", accounts, Account::ledger));
                open.setArray(3, array("text", accounts, Account::name));
                open.setArray(4, array("text", accounts, account -> account.normal().name()));
                open.setArray(5, array("boolean", accounts, Account::mayGoNegative));
                open.executeUpdate();
            }
        }

        private BatchAccounts locked(Collection<String> wanted) throws SQLException {
            BatchAccounts accounts = new BatchAccounts();
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.setArray(1, array("text", wanted, id -> id));
                try (ResultSet rows = lock.executeQuery()) {
                    while (rows.next()) {
                        AccountRow row = new AccountRow();
                        row.id = rows.getString(1);
                        row.ledger = rows.getString(2);
                        row.normal = Account.Side.valueOf(rows.getString(3));
                        row.mayGoNegative = rows.getBoolean(4);
                        row.posted = rows.getLong(5);
                        row.held = rows.getLong(6);
                        accounts.put(row);
                    }
                }
            }
            return accounts;
        }

        private void write(List<Posted> posted, BatchAccounts accounts) throws SQLException {
            // Told under the locks: an account's entries are in the order of their time.
            var at = clock.instant().atOffset(ZoneOffset.UTC);
            try (PreparedStatement insert = connection.prepareStatement(TRANSFERS)) {
                insert.setArray(1, array("text", posted, Posted::id));
                insert.setArray(2, array("text", posted, each -> each.request().key()));
                insert.setArray(3, array("text", posted, each -> each.request().ledger()));
                insert.setArray(4, array("text", posted, each -> each.request().reason()));
                insert.setArray(5, array("text", posted, each -> each.request().subjectId()));
                insert.setObject(6, at);
                insert.executeUpdate();
            }
            List<PlacedLeg> legs = new ArrayList<>();
            for (Posted each : posted) {
                for (int i = 0; i < each.request().legs().size(); i++) {
                    legs.add(new PlacedLeg(each, i, each.request().legs().get(i)));
                }
            }
            try (PreparedStatement insert = connection.prepareStatement(LEGS)) {
                insert.setArray(
                        1,
                        array("text", legs, each -> each.transfer().id() + "/" + each.position()));
                insert.setArray(2, array("text", legs, each -> each.transfer().id()));
                insert.setArray(3, array("int", legs, PlacedLeg::position));
                insert.setArray(4, array("text", legs, each -> AccountRow.id(each.leg().debit())));
                insert.setArray(5, array("text", legs, each -> AccountRow.id(each.leg().credit())));
                insert.setArray(6, array("bigint", legs, each -> each.leg().amount()));
                insert.executeUpdate();
            }
            List<EntryRow> entries = accounts.entries();
            LedgerAudit.requireSound(entries, accounts.rows());
            try (PreparedStatement insert = connection.prepareStatement(ENTRIES)) {
                insert.setArray(1, array("text", entries, entry -> entry.transferId));
                insert.setArray(2, array("text", entries, entry -> entry.accountId));
                insert.setArray(3, array("text", entries, entry -> entry.ledger));
                insert.setArray(4, array("bigint", entries, entry -> entry.debit));
                insert.setArray(5, array("bigint", entries, entry -> entry.credit));
                insert.setArray(6, array("bigint", entries, entry -> entry.balanceAfter));
                insert.setObject(7, at);
                insert.executeUpdate();
            }
            Collection<AccountRow> rows = accounts.rows();
            try (PreparedStatement update = connection.prepareStatement(BALANCES)) {
                update.setArray(1, array("text", rows, row -> row.id));
                update.setArray(2, array("bigint", rows, row -> row.posted));
                LedgerAudit.require(
                        update.executeUpdate() == rows.size(), "a locked account is gone");
            }
        }

        private <T> java.sql.Array array(String type, Collection<T> of, Function<T, Object> value)
                throws SQLException {
            return connection.createArrayOf(type, of.stream().map(value).toArray());
        }
    }
}
