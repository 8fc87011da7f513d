package io.databourse.web.catalogue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.databourse.call.Role;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.catalog.ListingId;
import io.databourse.catalog.ListingState;
import io.databourse.catalog.Plan;
import io.databourse.catalog.UsageTerms;
import io.databourse.pricing.book.PriceVersion;
import io.databourse.web.order.OrderNavigation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.FieldTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.LearnTable;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Purposes;
import io.databourse.web.parts.RoomRules;
import io.databourse.web.parts.SheetFacts;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.pricing.PriceNavigation;
import io.databourse.web.pricing.PriceTexts;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Shell;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// The product card, 数据名片: what it is, what it may be used for, what that reveals, what it costs.
@Route(value = "catalogue/:id", layout = Shell.class)
@Dependent
@AnonymousAllowed
class ListingView extends Page implements BeforeEnterObserver {
    private final CatalogService catalog;
    private final Tasks tasks;
    private final OrderNavigation orders;
    private final Clock clock;

    @Inject
    ListingView(CatalogService catalog, Tasks tasks, OrderNavigation orders, Clock clock) {
        this.catalog = catalog;
        this.tasks = tasks;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Listing listing = catalog.find(Address.id(event, ListingId::new));
        crumbs(Texts.t("nav.section.market"), Blocks.link(Texts.t("nav.catalogue"), "catalogue"));
        title(listing.name());
        beside(Tags.state(listing.state()));
        show(
                Blocks.div(
                        "grid g2",
                        Blocks.div("grid", about(listing), dictionary(listing), learning(listing)),
                        Blocks.div(
                                "grid",
                                plans(listing),
                                prices(listing),
                                terms(listing.terms()),
                                room(listing.terms()),
                                trust(listing))));
    }

    private static Div about(Listing listing) {
        return Blocks.card(
                Texts.t("product.about"),
                Blocks.paragraph(listing.overview()),
                SheetFacts.of(listing.sheet())
                        .add("catalogue.provider", listing.merchantName())
                        .add("product.rows", Figures.of(listing.rowCount()))
                        .mono("product.code", listing.productCode()));
    }

    private static Div dictionary(Listing listing) {
        return Blocks.card(Texts.t("product.dictionary"), FieldTable.of(listing.sheet().fields()));
    }

    private Div learning(Listing listing) {
        Div learning = Blocks.div("grid");
        listing.terms()
                .tasks()
                .forEach(name ->
                        tasks.find(name)
                                .ifPresent(card ->
                                        learning.add(
                                                Blocks.card(
                                                        Texts.t("learn.title", tasks.title(name)),
                                                        LearnTable.of(card)))));
        return learning;
    }

    private Div plans(Listing listing) {
        Div card = Blocks.card(Texts.t("plan.title"));
        listing.plans().forEach(plan -> card.add(plan(listing, plan)));
        return card;
    }

    private Component plan(Listing listing, Plan plan) {
        Div offer =
                Blocks.div(
                        "offer",
                        Blocks.text("label", plan.name()),
                        Blocks.text("price", Figures.of(plan.price())),
                        Blocks.text(
                                "label",
                                Texts.t(
                                                "plan.contents",
                                                Figures.of(plan.units()),
                                                plan.validityDays())
                                        + " · "
                                        + PlanTexts.unit(plan)));
        if (listing.state() != ListingState.LISTED) {
            offer.add(Blocks.muted(Texts.t("plan.offShelf")));
        } else if (CurrentUser.has(Role.BUYER)) {
            offer.add(
                    Actions.primary(
                            "quote",
                            Texts.t("order.quote"),
                            () -> orders.quote(listing.id(), plan.id())));
        } else if (!CurrentUser.isLoggedIn()) {
            var login = Blocks.link(Texts.t("plan.login"), "login?to=catalogue/" + listing.id());
            login.setRouterIgnore(true);
            offer.add(Blocks.row(login));
        } else {
            offer.add(Blocks.muted(Texts.t("plan.buyersOnly")));
        }
        return offer;
    }

    /// What use costs beside the packs.
    private Component prices(Listing listing) {
        Instant now = clock.instant();
        Optional<PriceVersion> price =
                listing.pricing().prices().flatMap(book -> book.inForceAt(now));
        Div card = Blocks.card(Texts.t("price.payAsYouGo"));
        if (price.isEmpty()) {
            card.add(Blocks.muted(Texts.t("price.packsOnly")));
        } else {
            card.add(
                    PriceTexts.steps(price.get().steps()),
                    Blocks.text("label", PriceTexts.rule(listing.pricing().rule())));
            if (listing.state() == ListingState.LISTED && CurrentUser.has(Role.BUYER)) {
                card.add(
                        Blocks.row(
                                Actions.command(
                                        "pay-as-you-go",
                                        Texts.t("charging.ask"),
                                        () -> orders.payAsYouGo(listing, price.get()))));
            }
        }
        if (CurrentUser.has(Role.MERCHANT, Role.OPERATOR, Role.REGULATOR)) {
            var book = Blocks.link(Texts.t("price.toBook"), PriceNavigation.address(listing.id()));
            book.setId("to-prices");
            card.add(Blocks.row(book));
        }
        return card;
    }

    private Div terms(UsageTerms terms) {
        Facts facts =
                new Facts()
                        .add("terms.tasks", tasks.titles(terms.tasks()))
                        .add("terms.purposes", Purposes.of(terms.purposes()))
                        .mono("terms.join", String.join(", ", terms.joinColumns()))
                        .mono("terms.filter", String.join(", ", terms.filterColumns()))
                        .add(
                                terms.room().isPresent() ? "terms.roomColumns" : "terms.result",
                                resultColumns(terms))
                        .add("terms.minimum", Texts.t("terms.rows", terms.minimumResultSize()))
                        .add("terms.until", When.day(terms.offeredUntil()));
        if (terms.mayGiveResultToBoth()) {
            facts.mono("terms.providerGets", String.join(", ", terms.providerColumns()));
        }
        return Blocks.card(Texts.t("terms.title"), facts);
    }

    /// Only listings for code beside the data have rules of a room.
    private static Component room(UsageTerms terms) {
        return terms.room()
                .<Component>map(rules -> Blocks.card(Texts.t("room.title"), RoomRules.of(rules)))
                .orElseGet(Div::new);
    }

    private static Component resultColumns(UsageTerms terms) {
        return terms.resultColumns().isEmpty()
                ? Blocks.text(Texts.t("terms.noColumn"))
                : Blocks.mono(String.join(", ", terms.resultColumns()));
    }

    private static Div trust(Listing listing) {
        return Blocks.card(
                Texts.t("certificate.title"),
                Blocks.mono(
                        listing.certificateNumber(), "certificates/" + listing.certificateNumber()),
                Blocks.paragraph(Texts.t("certificate.hint")));
    }
}
