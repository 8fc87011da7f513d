package io.databourse.web.pricing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Role;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.catalog.ListingId;
import io.databourse.catalog.ListingState;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/// The price book of a listing, 价目: its versions, and for its merchant the next one.
@Route(value = "prices/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class PricingView extends Page implements BeforeEnterObserver {
    private final CatalogService catalog;
    private final MerchantService merchants;
    private final Clock clock;

    @Inject
    PricingView(CatalogService catalog, MerchantService merchants, Clock clock) {
        this.catalog = catalog;
        this.merchants = merchants;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build(Address.id(event, ListingId::new));
    }

    private void build(ListingId id) {
        Listing listing = catalog.find(id);
        crumbs(
                Texts.t("nav.section.market"),
                Blocks.link(Texts.t("nav.catalogue"), "catalogue"),
                Blocks.link(listing.name(), "catalogue/" + id));
        title(Texts.t("price.title"));
        beside(Tags.state(listing.state()));
        if (isMine(listing)) {
            actions(Blocks.link(Texts.t("nav.price-suggestions"), PriceNavigation.suggestions()));
        }
        Div body =
                Blocks.div(
                        "stack",
                        Blocks.next(Texts.t("price.next")),
                        PriceBookTable.of(listing.pricing(), clock.instant()),
                        Blocks.card(
                                Texts.t("price.rule"),
                                Blocks.paragraph(PriceTexts.rule(listing.pricing().rule()))));
        if (isMine(listing) && listing.state() == ListingState.LISTED) {
            body.add(
                    Blocks.card(
                            Texts.t("price.nextVersion"),
                            new PriceEditor(catalog, clock, listing, () -> build(id))));
        }
        show(body);
    }

    private boolean isMine(Listing listing) {
        return CurrentUser.has(Role.MERCHANT)
                && merchants
                        .organisationOf(CurrentUser.caller())
                        .map(Merchant::id)
                        .filter(listing.merchantId()::equals)
                        .isPresent();
    }
}
