package io.databourse.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.TestClock;
import io.databourse.money.Money;
import io.databourse.settlement.Purse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalletServiceTest {
    private final Market market = new Market();
    private final WalletService wallets = Exchange.get().bean(WalletService.class);

    @Test
    void movements_are_read_part_by_part_newest_first() {
        wallets.topUp(market.bank, Money.cny("1.00"));
        wallets.topUp(market.bank, Money.cny("2.00"));
        wallets.topUp(market.bank, Money.cny("3.00"));

        Page<WalletEntry> first = wallets.entries(market.bank, PageRequest.first(2));
        Page<WalletEntry> second = wallets.entries(market.bank, new PageRequest(2, first.next()));

        assertThat(first.items())
                .extracting(WalletEntry::amount)
                .containsExactly(Money.cny("3.00"), Money.cny("2.00"));
        assertThat(second.items())
                .extracting(WalletEntry::balanceAfter)
                .containsExactly(Money.cny("1.00"));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void what_there_was_at_a_moment_of_the_past_is_told() {
        TestClock clock = Exchange.get().clock();
        Instant begin = clock.instant();
        wallets.topUp(market.bank, Money.cny("10.00"));
        Instant paidIn = clock.instant();
        market.contract();
        Instant signed = clock.instant();
        wallets.topUp(market.bank, Money.cny("1.00"));

        assertThat(had(begin)).containsExactly("0.00", "0.00");
        assertThat(had(paidIn)).containsExactly("10.00", "0.00");
        assertThat(had(signed)).containsExactly("1010.00", "5000.00");
        assertThat(had(clock.instant())).containsExactly("1011.00", "5000.00");
    }

    private List<String> had(Instant at) {
        PastBalance then = wallets.balanceAt(market.bank, at);
        return List.of(then.prepaid().amount(), then.reserved().amount());
    }

    @Test
    void a_cursor_that_is_none_is_refused() {
        Purse.refused(
                ErrorCode.VALIDATION_FAILED,
                () -> wallets.entries(market.bank, new PageRequest(2, Optional.of("x"))));
    }
}
