package io.databourse.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.crypto.Ids;
import io.databourse.harness.Transactions;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// What every store of merchants does.
interface MerchantStoreTck {
    MerchantStore store();

    Transactions transactions();

    /// Twelve digits drawn anew: the tests share one database.
    static CreditCode anyCreditCode() {
        long drawn = ThreadLocalRandom.current().nextLong(100_000_000_000L, 1_000_000_000_000L);
        return CreditCode.complete("9131" + drawn);
    }

    private MerchantRow inserted(MerchantState state, CreditCode creditCode) {
        return transactions()
                .get(() -> {
                    MerchantRow row = new MerchantRow();
                    row.id = MerchantId.next().value();
                    row.name = "东方航空";
                    row.creditCode = creditCode.value();
                    row.state = state;
                    row.contact = "data@airline.example";
                    row.appliedBy = "airline";
                    row.appliedAt = Instant.parse("2026-11-21T02:00:00Z");
                    store().insert(row);
                    return row;
                });
    }

    @Test
    default void an_unknown_merchant_is_not_found() {
        MerchantId unknown = new MerchantId(Ids.next("mer_"));
        assertThat(transactions().get(() -> store().find(unknown))).isEmpty();
        assertThat(transactions().get(() -> store().lock(unknown))).isEmpty();
    }

    @Test
    default void what_was_put_in_comes_out_unchanged() {
        MerchantRow row = inserted(MerchantState.APPLIED, anyCreditCode());
        MerchantId id = new MerchantId(row.id);
        assertThat(transactions().get(() -> store().find(id).orElseThrow().toMerchant()))
                .isEqualTo(row.toMerchant());
    }

    @Test
    default void a_change_of_a_locked_row_is_kept() {
        MerchantId id = new MerchantId(inserted(MerchantState.APPLIED, anyCreditCode()).id);
        transactions().run(() -> store().lock(id).orElseThrow().state = MerchantState.REVIEWING);
        assertThat(transactions().get(() -> store().find(id).orElseThrow().state))
                .isEqualTo(MerchantState.REVIEWING);
    }

    @Test
    default void a_credit_code_is_known_unless_its_application_was_refused() {
        CreditCode active = anyCreditCode();
        CreditCode refused = anyCreditCode();
        inserted(MerchantState.ACTIVE, active);
        inserted(MerchantState.REJECTED, refused);
        assertThat(transactions().get(() -> store().isKnown(active))).isTrue();
        assertThat(transactions().get(() -> store().isKnown(refused))).isFalse();
        inserted(MerchantState.APPLIED, refused);
        assertThat(transactions().get(() -> store().isKnown(refused))).isTrue();
    }

    @Test
    default void a_person_belongs_to_the_organisation_that_took_him_in_last() {
        MerchantId first = new MerchantId(inserted(MerchantState.REJECTED, anyCreditCode()).id);
        MerchantId second = new MerchantId(inserted(MerchantState.ACTIVE, anyCreditCode()).id);
        String person = Ids.next("user-");
        assertThat(transactions().get(() -> store().ofMember(person))).isEmpty();
        transactions().run(() -> store().addMember(person, first));
        transactions().run(() -> store().addMember(person, second));
        assertThat(transactions().get(() -> store().ofMember(person).orElseThrow().id))
                .isEqualTo(second.value());
    }

    @Test
    default void a_list_has_the_newest_first_and_goes_on_at_its_cursor() {
        String older = inserted(MerchantState.ACTIVE, anyCreditCode()).id;
        String newer = inserted(MerchantState.ACTIVE, anyCreditCode()).id;
        inserted(MerchantState.APPLIED, anyCreditCode());
        Optional<MerchantState> active = Optional.of(MerchantState.ACTIVE);
        Page<Merchant> first = transactions().get(() -> store().list(active, PageRequest.first(1)));
        assertThat(first.items()).extracting(each -> each.id().value()).containsExactly(newer);
        Page<Merchant> second =
                transactions().get(() -> store().list(active, new PageRequest(1, first.next())));
        assertThat(second.items()).extracting(each -> each.id().value()).containsExactly(older);
    }
}
