package io.databourse.catalog;

import io.databourse.json.Json;
import io.databourse.merchant.MerchantId;
import io.databourse.pricing.ChargingRule;
import io.databourse.pricing.book.PriceBook;
import io.databourse.registration.ProductId;
import io.databourse.registration.SpecificationSheet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Entity
@Table(name = "catalog_listing")
class ListingRow {
    @Id String id;

    @Column(name = "product_id")
    String productId;

    @Column(name = "product_code")
    String productCode;

    @Column(name = "merchant_id")
    String merchantId;

    @Column(name = "merchant_name")
    String merchantName;

    @Column(name = "certificate_number")
    String certificateNumber;

    @Column(name = "row_count")
    long rowCount;

    String sector;
    String sheet;
    String terms;

    /// How many units a call takes.
    String rule;

    /// Each task between spaces, so that one can be found by position.
    String tasks;

    @Column(name = "name_text")
    String nameText;

    @Column(name = "keyword_text")
    String keywordText;

    @Column(name = "rest_text")
    String restText;

    @Enumerated(EnumType.STRING)
    ListingState state;

    @Column(name = "listed_at")
    Instant listedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected ListingRow() {}

    ListingRow(Listing listing) {
        SearchText text = SearchText.of(listing);
        id = listing.id().value();
        productId = listing.productId().value();
        productCode = listing.productCode();
        merchantId = listing.merchantId().value();
        merchantName = listing.merchantName();
        certificateNumber = listing.certificateNumber();
        rowCount = listing.rowCount();
        sector = listing.sector();
        sheet = Json.write(listing.sheet());
        terms = Json.write(listing.terms());
        rule = Json.write(listing.pricing().rule());
        tasks = " " + String.join(" ", listing.terms().tasks()) + " ";
        nameText = text.name();
        keywordText = text.keywords();
        restText = text.rest();
        state = listing.state();
        listedAt = listing.listedAt();
    }

    Listing toListing(List<PlanRow> plans, List<PriceRow> prices) {
        SpecificationSheet read = Json.read(sheet, SpecificationSheet.class);
        return new Listing(
                new ListingId(id),
                new ProductId(productId),
                productCode,
                read.name(),
                read.overview(),
                new MerchantId(merchantId),
                merchantName,
                sector,
                read.keywords(),
                read,
                rowCount,
                certificateNumber,
                plans.stream().map(PlanRow::toPlan).toList(),
                Json.read(terms, UsageTerms.class),
                pricing(prices),
                state,
                listedAt);
    }

    private ListingPricing pricing(List<PriceRow> prices) {
        return new ListingPricing(
                Json.read(rule, ChargingRule.class),
                prices.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new PriceBook(prices.stream().map(PriceRow::toPrice).toList())));
    }
}
