package io.databourse.web.pricing;

import io.databourse.catalog.ListingId;

/// The ways into the pages of prices.
public final class PriceNavigation {
    private PriceNavigation() {}

    public static String address(ListingId id) {
        return "prices/" + id;
    }

    static String suggestions() {
        return "price-suggestions";
    }
}
