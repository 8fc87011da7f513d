package io.databourse.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.contract.ContractId;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// On PostgreSQL; two books are two instances of the exchange.
class LeaseBookTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR));

    private final Exchange exchange = Exchange.get();
    private final QuotaLeases leases = exchange.bean(QuotaLeases.class);
    private final QuotaService quotas = exchange.bean(QuotaService.class);
    private final LeaseBook here = new LeaseBook(leases, exchange.clock());
    private final LeaseBook there = new LeaseBook(leases, exchange.clock());
    private final Market market = new Market(1000);
    private final ContractId contract = market.contract().id();

    @AfterEach
    void giveBack() {
        here.closeAll();
        there.closeAll();
    }

    @Test
    @Tag("E19")
    void so_many_calls_succeed_as_were_granted_on_two_instances_together() {
        AtomicLong sold = new AtomicLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 200; thread++) {
                LeaseBook book = thread % 2 == 0 ? here : there;
                threads.execute(() -> sell(book, 1000, sold));
            }
        }

        assertThat(sold).hasValue(1000);
        assertThat(quotas.view(contract)).isEqualTo(new Quota(contract, 1000, 0, 1000));
    }

    @Test
    @Tag("E19")
    void of_a_million_calls_at_once_so_many_succeed_as_were_granted() {
        int granted = 20_000;
        ContractId wanted = new Market(granted).contract().id();
        LongAdder refused = new LongAdder();
        Queue<LeaseUse> sold = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 1000; caller++) {
                LeaseBook book = caller % 2 == 0 ? here : there;
                threads.execute(() -> call(book, wanted, 1000, sold, refused));
            }
        }
        writeAll(List.copyOf(sold));

        assertThat(sold).hasSize(granted);
        assertThat(sold.size() + refused.sum()).isEqualTo(1_000_000);
        assertThat(quotas.view(wanted)).isEqualTo(new Quota(wanted, granted, 0, granted));
    }

    private static void call(
            LeaseBook book,
            ContractId contract,
            int times,
            Queue<LeaseUse> sold,
            LongAdder refused) {
        for (int i = 0; i < times; i++) {
            try {
                Hold hold = book.hold(contract, 1);
                sold.add(hold.consume(1).orElseThrow());
                hold.written(0);
                book.forget(hold);
            } catch (Refusal none) {
                assertThat(none.code()).isEqualTo(ErrorCode.QUOTA_EXHAUSTED);
                refused.increment();
            }
        }
    }

    private void writeAll(List<LeaseUse> uses) {
        exchange.inTransaction(() -> {
            var open = uses.stream().map(LeaseUse::leaseId).collect(Collectors.toSet());
            assertThat(leases.consume(uses)).isEqualTo(open);
            String key = UUID.randomUUID().toString();
            ContractId contract = uses.getFirst().contractId();
            leases.settle(List.of(new QuotaLeases.Used(key, contract, uses.size())));
            return uses;
        });
    }

    /// Tries until all is sold, however slow whoever holds the last units is, and then some times
    /// more; and writes what it sold at once.
    private void sell(LeaseBook book, int granted, AtomicLong sold) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int tries = 0;
        while (tries < 100) {
            tries += sold.get() >= granted || System.nanoTime() > end ? 1 : 0;
            try {
                Hold hold = book.hold(contract, 1);
                write(hold.consume(1).orElseThrow());
                hold.written(0);
                book.forget(hold);
                sold.incrementAndGet();
            } catch (Refusal none) {
                assertThat(none.code()).isEqualTo(ErrorCode.QUOTA_EXHAUSTED);
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private void write(LeaseUse use) {
        exchange.inTransaction(() -> {
            assertThat(leases.consume(List.of(use))).containsExactly(use.leaseId());
            String key = UUID.randomUUID().toString();
            leases.settle(List.of(new QuotaLeases.Used(key, use.contractId(), use.units())));
            return use;
        });
    }

    @Test
    void a_part_of_a_hold_can_be_consumed() {
        Hold hold = here.hold(contract, 10);
        write(hold.consume(4).orElseThrow());
        hold.written(0);
        here.closeAll();

        assertThat(quotas.view(contract)).isEqualTo(new Quota(contract, 1000, 0, 4));
    }

    @Test
    void what_is_released_can_be_sold_again_and_what_is_not_sold_goes_back() {
        for (int i = 0; i < 3000; i++) {
            Hold hold = here.hold(contract, 1000);
            hold.release();
            hold.release();
            assertThat(hold.consume(1)).isEmpty();
        }
        here.closeAll();

        assertThat(quotas.view(contract)).isEqualTo(new Quota(contract, 1000, 0, 0));
    }

    @Test
    void a_frozen_contract_is_refused_on_every_instance_after_a_beat() {
        here.hold(contract, 1).release();
        there.hold(contract, 1).release();

        leases.freeze(OPERATOR, contract, true, "under investigation");
        here.beat();
        there.beat();

        assertRefused(here, ErrorCode.QUOTA_FROZEN);
        assertRefused(there, ErrorCode.QUOTA_FROZEN);
        for (Caller party : List.of(market.bank, market.airline, OPERATOR)) {
            assertThat(use(party, contract))
                    .matches(ContractUse::stopped)
                    .returns(Optional.of("under investigation"), ContractUse::reason);
        }
        leases.freeze(OPERATOR, contract, false, "cleared");
        assertThat(use(market.airline, contract))
                .returns(false, ContractUse::stopped)
                .returns(Optional.of("cleared"), ContractUse::reason);
        await(() -> here.hold(contract, 1)).release();
    }

    @Test
    void a_frozen_buyer_is_refused_on_every_instance_and_under_each_contract() {
        ContractId other = signed();
        ContractId investigated = signed();
        here.hold(contract, 1).release();
        there.hold(other, 1).release();
        leases.freeze(OPERATOR, investigated, true, "under investigation");

        assertThat(freeze(true).contracts()).isEqualTo(2);
        ContractId later = signed();
        here.beat();
        there.beat();
        for (ContractId each : List.of(contract, other, later, investigated)) {
            assertRefused(here, each, ErrorCode.QUOTA_FROZEN);
            assertRefused(there, each, ErrorCode.QUOTA_FROZEN);
        }
        assertThatThrownBy(() -> leases.freeze(OPERATOR, other, false, "by mistake"))
                .hasMessageContaining("let the buyer go on");
        assertThatThrownBy(() ->
                        exchange.bean(FrozenBuyers.class)
                                .freeze(market.bank, market.bankMerchant.id(), false, "please"))
                .isInstanceOf(Refusal.class);

        assertThat(standing(market.bank))
                .matches(FrozenBuyer::frozen)
                .returns("under investigation", FrozenBuyer::reason)
                .returns(3, FrozenBuyer::contracts);
        assertThatThrownBy(() -> standing(market.airline)).isInstanceOf(Refusal.class);
        // Why all that it uses was stopped is not its sellers' business.
        assertThat(use(market.bank, other).reason()).contains("under investigation");
        assertThat(use(market.airline, other))
                .matches(ContractUse::stopped)
                .matches(ContractUse::withBuyer)
                .returns(Optional.empty(), ContractUse::reason);

        assertThat(freeze(false).contracts()).isEqualTo(3);
        for (ContractId each : List.of(contract, other, later)) {
            await(() -> here.hold(each, 1)).release();
        }
        assertRefused(there, investigated, ErrorCode.QUOTA_FROZEN);
        assertThat(freeze(false).contracts()).isZero();
        assertThat(standing(OPERATOR).frozen()).isFalse();
    }

    private ContractUse use(Caller caller, ContractId id) {
        return exchange.bean(ContractUses.class).find(caller, id);
    }

    private FrozenBuyer standing(Caller caller) {
        return exchange.bean(FrozenBuyers.class)
                .find(caller, market.bankMerchant.id())
                .orElseThrow();
    }

    private FrozenBuyer freeze(boolean frozen) {
        return exchange.bean(FrozenBuyers.class)
                .freeze(OPERATOR, market.bankMerchant.id(), frozen, "under investigation");
    }

    private ContractId signed() {
        return market.contract().id();
    }

    @Test
    void what_was_held_before_the_freeze_is_not_written_after_it() {
        Hold hold = here.hold(contract, 5);
        LeaseUse use = hold.consume(5).orElseThrow();

        leases.freeze(OPERATOR, contract, true, "under investigation");

        assertThat(leases.consume(List.of(use))).isEmpty();
    }

    @Test
    void an_instance_that_was_silent_cannot_write_what_it_sold_after_its_lease_was_taken_back() {
        Hold hold = here.hold(contract, 5);
        exchange.clock().advance(QuotaLeases.TERM.plusSeconds(1));
        while (leases.reap() > 0) {}

        LeaseUse late = hold.consume(5).orElseThrow();
        assertThat(leases.consume(List.of(late))).isEmpty();
        assertThat(there.hold(contract, 1000)).isNotNull();
    }

    @Test
    void packs_burn_by_priority_then_by_their_end_then_by_age() {
        var now = exchange.clock().instant();
        quotas.grant(
                new PackGrant(
                        contract + "-later", contract, 10, -1, now, Optional.of(end(now, 20))));
        quotas.grant(
                new PackGrant(
                        contract + "-sooner", contract, 10, -1, now, Optional.of(end(now, 10))));
        quotas.grant(new PackGrant(contract + "-first", contract, 10, -2, now, Optional.empty()));

        String first = leases.lease(contract, "x", 10, 10, Optional.empty()).packId();
        String second = leases.lease(contract, "x", 10, 10, Optional.empty()).packId();
        String third = leases.lease(contract, "x", 10, 10, Optional.empty()).packId();

        assertThat(List.of(first, second, third))
                .containsExactly(
                        "pck_" + contract + "-first",
                        "pck_" + contract + "-sooner",
                        "pck_" + contract + "-later");
    }

    private static Instant end(Instant now, int days) {
        return now.plus(Duration.ofDays(days));
    }

    private void assertRefused(LeaseBook book, ErrorCode code) {
        assertRefused(book, contract, code);
    }

    private static void assertRefused(LeaseBook book, ContractId of, ErrorCode code) {
        assertThatThrownBy(() -> book.hold(of, 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /// A refusal is remembered for a moment.
    private static Hold await(Supplier<Hold> hold) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return hold.get();
            } catch (Refusal none) {
                if (System.nanoTime() > end) {
                    throw none;
                }
                Thread.onSpinWait();
            }
        }
    }
}
