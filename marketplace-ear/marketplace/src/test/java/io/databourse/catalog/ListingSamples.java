package io.databourse.catalog;

import io.databourse.crypto.Ids;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.registration.DataRight;
import io.databourse.registration.FieldDescription;
import io.databourse.registration.Grade;
import io.databourse.registration.ProductId;
import io.databourse.registration.SourceKind;
import io.databourse.registration.SpecificationSheet;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Listings for tests that say only what they search for.
final class ListingSamples {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private ListingSamples() {}

    static Listing listing(String name, String keyword, String field, String sector) {
        SpecificationSheet sheet =
                new SpecificationSheet(
                        name,
                        "overview",
                        sector,
                        List.of(keyword),
                        "310000",
                        "2026",
                        "monthly",
                        SourceKind.SELF_GENERATED,
                        Set.of(DataRight.USE),
                        Grade.GENERAL,
                        false,
                        List.of(new FieldDescription(field, "STRING", "a field", false)),
                        "none");
        return new Listing(
                ListingId.next(),
                new ProductId(Ids.next("prd_")),
                "DP-1",
                name,
                "overview",
                new MerchantId("mer_1"),
                "Merchant",
                sector,
                List.of(keyword),
                sheet,
                10,
                "DXC-1",
                List.of(Plan.of(new PlanOffer("3 runs", 3, Money.cny("100.00"), 30))),
                new UsageTerms(
                        List.of("mpc/psi"),
                        List.of("marketing"),
                        List.of(field),
                        List.of(),
                        List.of(),
                        1,
                        NOON.plusSeconds(1)),
                ListingPricing.PACKS_ONLY,
                ListingState.LISTED,
                NOON);
    }
}
