package io.databourse.merchant;

import io.databourse.call.Caller;
import io.databourse.call.Decision;
import io.databourse.call.Role;
import io.databourse.harness.SeenEvents;
import io.databourse.harness.TestDatabase;
import io.databourse.harness.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/// Merchants for the tests of later stages.
public final class MerchantSamples {
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR));

    private MerchantSamples() {}

    public static MerchantService service(Clock clock) {
        return new MerchantService(new InMemoryMerchantStore(), new SeenEvents<>(), clock);
    }

    /// An active organisation of the applicant, with one more member.
    public static Merchant active(MerchantService merchants, Caller applicant, Caller member) {
        MerchantId id =
                merchants
                        .apply(
                                applicant,
                                new MerchantApplication(
                                        "东方航空",
                                        "91350100M000100Y43",
                                        MerchantType.TRADER,
                                        "data@airline.example"))
                        .id();
        merchants.startReview(OPERATOR, id);
        merchants.addMember(applicant, id, member.username());
        return merchants.decide(OPERATOR, id, new Decision(true, ""));
    }

    /// An active merchant in the real database, for rows that point at one.
    public static MerchantId stored() {
        MerchantRow row = new MerchantRow();
        row.id = MerchantId.next().value();
        row.name = "东方航空";
        row.creditCode = MerchantStoreTck.anyCreditCode().value();
        row.state = MerchantState.ACTIVE;
        row.appliedAt = Instant.parse("2026-11-21T02:00:00Z");
        Transactions.real().run(() -> new JpaMerchantStore(TestDatabase.entities()).insert(row));
        return new MerchantId(row.id);
    }
}
