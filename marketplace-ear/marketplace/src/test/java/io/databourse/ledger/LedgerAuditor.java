package io.databourse.ledger;

import io.databourse.call.Refusal;
import io.databourse.harness.Exchange;
import io.databourse.harness.TestClock;
import io.databourse.ledger.LedgerModel.Kept;
import io.databourse.ledger.TransferRequest.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Gives the ledger random work, and compares each answer and balance with what a [LedgerModel]
/// predicts: batches with repeated, reordered and contradicting requests, some of them rolled back,
/// transfers in two phases, parts, expiry, reversals, refunds and disputes. A seed is one course of
/// events.
public final class LedgerAuditor {
    private static final int MOST_IN_BATCH = 400;
    private static final int STEPS_BETWEEN_COMPARISONS = 25;
    private static final Set<String> SUCCESS = Set.of(LedgerModel.ACCEPTED, "true", "false");

    private final Exchange exchange = Exchange.get();
    private final LedgerService ledger = exchange.bean(LedgerService.class);
    private final TestClock clock = exchange.clock();
    private final LedgerModel model = new LedgerModel();
    private final List<Account> accounts;
    private final RandomRequests requests;
    private final List<String> keys = new ArrayList<>();
    private final List<String> pendings = new ArrayList<>();
    private final Map<String, TransferId> ids = new HashMap<>();
    private final SortedMap<String, Integer> answers = new TreeMap<>();
    private final Random random;
    private final long seed;
    private final List<Runnable> together = new ArrayList<>();
    private List<TransferRequest> lastBatch = List.of();
    private Instant now = Instant.EPOCH;
    private int mostTogether = 1;
    private int operations;

    private LedgerAuditor(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.requests = new RandomRequests(random);
        this.accounts = requests.accounts();
    }

    /// @return how often there was each kind of answer
    /// @throws AssertionError if model and ledger differ; it tells the seed
    public static SortedMap<String, Integer> run(long seed, int operations) {
        return new LedgerAuditor(seed).run(operations);
    }

    private SortedMap<String, Integer> run(int wanted) {
        clock.stop();
        now = clock.instant();
        try {
            for (int steps = 1; operations < wanted; steps++) {
                step();
                pass(1);
                if (steps % STEPS_BETWEEN_COMPARISONS == 0) {
                    compareBalances();
                }
            }
            compareBalances();
            new LedgerComparison(model, ledger).lines(accounts);
            LedgerComparison.audit(exchange.bean(LedgerAudit.class));
            compareStates();
            return answers;
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed %d, operation %d".formatted(seed, operations), e);
        } finally {
            clock.start();
        }
    }

    private void step() {
        operations++;
        int dice = random.nextInt(100);
        if (dice < 10) {
            batch();
        } else if (dice < 30) {
            post("post now", requests.next(keys, model));
        } else if (dice < 50 || pendings.isEmpty()) {
            pending();
        } else if (dice < 60) {
            postAll(requests.any(pendings));
        } else if (dice < 70) {
            postPart(requests.any(pendings));
        } else if (dice < 76) {
            String key = requests.any(pendings);
            call("void", model.release(key, now), () -> ledger.voidPending(id(key)) + "");
        } else if (dice < 80) {
            String key = requests.any(pendings);
            call("expire", model.expire(key, now), () -> ledger.expire(id(key)) + "");
        } else if (dice < 84) {
            for (String key : pendings) {
                answers.merge("overdue: " + model.expire(key, now), 1, Integer::sum);
            }
            together.add(() -> ledger.overdue(10_000).forEach(ledger::expire));
        } else if (dice < 94) {
            reverse();
        } else if (dice < 96) {
            refund();
        } else if (dice < 98) {
            dispute();
        } else {
            pass(random.nextInt(5000));
        }
    }

    private void pass(long millis) {
        now = now.plusMillis(millis);
        together.add(() -> clock.advance(Duration.ofMillis(millis)));
    }

    private void batch() {
        List<TransferRequest> batch = new ArrayList<>();
        if (random.nextInt(8) == 0) {
            batch.addAll(lastBatch);
            Collections.shuffle(batch, random);
        }
        int size = random.nextInt(MOST_IN_BATCH);
        for (int i = 0; i < size; i++) {
            boolean twice = !batch.isEmpty() && random.nextInt(20) == 0;
            batch.add(twice ? requests.any(batch) : requests.next(keys, model));
        }
        if (random.nextInt(20) == 0) {
            rollBack(batch);
        }
        operations += batch.size();
        List<BatchOutcome> predicted = new ArrayList<>();
        for (TransferRequest request : batch) {
            BatchOutcome outcome = model.postInBatch(request, now);
            predicted.add(outcome);
            answers.merge("in a batch: " + outcome, 1, Integer::sum);
            keys.add(request.key());
        }
        together.add(() -> LedgerComparison.same("a batch", predicted, ledger.postAll(batch)));
        lastBatch = batch;
    }

    private void rollBack(List<TransferRequest> batch) {
        commit();
        try {
            exchange.inTransaction(() -> {
                ledger.postAll(batch);
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException undone) {
            answers.merge("a batch undone", 1, Integer::sum);
        }
    }

    private void pending() {
        TransferRequest request = requests.next(keys, model);
        boolean expires = random.nextBoolean();
        Instant end = now.plusMillis(random.nextInt(4000) + 1);
        String predicted = model.pending(request, expires ? end : null);
        call(
                "pending",
                predicted,
                () ->
                        accepted(
                                request.key(),
                                expires ? ledger.pending(request, end) : ledger.pending(request)));
        if (predicted.equals(LedgerModel.ACCEPTED)) {
            keys.add(request.key());
            pendings.add(request.key());
        }
    }

    private void postAll(String key) {
        List<Long> all = kept(key).request.legs().stream().map(Leg::amount).toList();
        call("post", model.post(key, all, now), () -> ledger.post(id(key)) + "");
    }

    private void postPart(String key) {
        List<Leg> legs = kept(key).request.legs();
        List<Long> part = new ArrayList<>();
        // The first leg is always in it: nothing at all is no part.
        for (Leg leg : legs) {
            long least = part.isEmpty() ? 1 : 0;
            part.add(random.nextLong(least, leg.amount() + 1));
        }
        call("post in part", model.post(key, part, now), () -> ledger.post(id(key), part) + "");
    }

    private void reverse() {
        // Those in two phases often have nothing to reverse, or were reversed before.
        String original = requests.any(random.nextBoolean() ? pendings : keys);
        if (!model.transfers().containsKey(original)) {
            return;
        }
        String known = kept(original).reversedBy;
        String key = known != null && random.nextBoolean() ? known : requests.newKey();
        String reason = random.nextInt(10) == 0 ? "other" : "reversal";
        String predicted = model.reverse(original, key, reason, now);
        call("reverse", predicted, () -> accepted(key, ledger.reverse(id(original), key, reason)));
        if (predicted.equals(LedgerModel.ACCEPTED)) {
            keys.add(key);
        }
    }

    private void refund() {
        Kept paid = model.transfers().get(requests.any(keys));
        if (paid != null && !paid.moved.isEmpty()) {
            post("refund", requests.refund(paid));
        }
    }

    /// Opens one, or decides one that is open.
    private void dispute() {
        Optional<TransferRequest> decision =
                random.nextBoolean() ? requests.decision() : Optional.empty();
        if (decision.isPresent()) {
            post("decision", decision.get());
            return;
        }
        Kept paid = model.transfers().get(requests.any(keys));
        if (paid != null && !paid.moved.isEmpty()) {
            TransferRequest dispute = requests.dispute(paid);
            if (post("dispute", dispute).equals(LedgerModel.ACCEPTED)) {
                requests.holds(paid, dispute);
            }
        }
    }

    private String post(String what, TransferRequest request) {
        String predicted = model.postNow(request, now);
        call(what, predicted, () -> postNow(request));
        keys.add(request.key());
        return predicted;
    }

    private String postNow(TransferRequest request) {
        return accepted(request.key(), ledger.postNow(request));
    }

    private String accepted(String key, TransferId id) {
        TransferId known = ids.putIfAbsent(key, id);
        return known == null || known.equals(id) ? LedgerModel.ACCEPTED : "another id";
    }

    /// What is predicted to succeed shares a transaction with what comes before and after it; what
    /// is refused would undo the others.
    private void call(String what, String predicted, Supplier<String> call) {
        answers.merge(what + ": " + predicted.replaceAll("has .*", "has less"), 1, Integer::sum);
        Runnable compared = () -> LedgerComparison.same(what, predicted, real(call));
        if (SUCCESS.contains(predicted)) {
            together.add(compared);
            if (together.size() > mostTogether) {
                commit();
            }
        } else {
            commit();
            compared.run();
        }
    }

    private static String real(Supplier<String> call) {
        try {
            return call.get();
        } catch (Refusal refusal) {
            return refusal.code().name();
        } catch (InsufficientBalance missing) {
            return LedgerModel.insufficient(missing.available(), missing.asked());
        }
    }

    private void commit() {
        exchange.inTransaction(() -> {
            together.forEach(Runnable::run);
            return together;
        });
        together.clear();
        mostTogether = random.nextInt(30);
    }

    private void compareBalances() {
        for (Account account : accounts) {
            var cell = model.cell(account);
            Balance predicted = new Balance(cell.posted, cell.held);
            together.add(() ->
                    LedgerComparison.same(account.name(), predicted, ledger.balance(account)));
        }
        Account account = requests.any(accounts);
        var lines = model.cell(account).lines;
        if (!lines.isEmpty()) {
            Instant then = requests.any(lines).at();
            var last = lines.stream().filter(line -> !line.at().isAfter(then)).toList().getLast();
            together.add(() ->
                    LedgerComparison.same(
                            "balance then", last.balanceAfter(), ledger.balanceAt(account, then)));
        }
        commit();
    }

    private void compareStates() {
        for (String key : pendings) {
            together.add(() ->
                    LedgerComparison.same(
                            key, kept(key).state, ledger.find(key).orElseThrow().state()));
        }
        commit();
    }

    private TransferId id(String key) {
        return ids.computeIfAbsent(key, _ -> ledger.find(key).orElseThrow().id());
    }

    private Kept kept(String key) {
        Kept kept = model.transfers().get(key);
        if (kept == null) {
            throw new IllegalArgumentException("not kept: " + key);
        }
        return kept;
    }
}
