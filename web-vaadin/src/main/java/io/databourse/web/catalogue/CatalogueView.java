package io.databourse.web.catalogue;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.databourse.call.PageRequest;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Counters;
import io.databourse.catalog.Listing;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.Shell;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What is sold here, and by whom. The address holds the search and the facets.
@Route(value = "catalogue", layout = Shell.class)
@Dependent
@AnonymousAllowed
class CatalogueView extends Page implements BeforeEnterObserver {
    private static final String WORDS = "q";
    private static final String SECTOR = "sector";
    private static final String TASK = "task";

    private final CatalogService catalog;
    private final Tasks tasks;

    @Inject
    CatalogueView(CatalogService catalog, Tasks tasks) {
        this.catalog = catalog;
        this.tasks = tasks;
        crumbs(Texts.t("nav.section.market"));
        title(Texts.t("nav.catalogue"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String words = query.getSingleParameter(WORDS).orElse("");
        Optional<String> sector = query.getSingleParameter(SECTOR);
        Optional<String> task = query.getSingleParameter(TASK);
        var shelf = catalog.search("", Optional.empty(), Optional.empty(), PageRequest.first(200));
        var found = catalog.search(words, sector, task, PageRequest.first(PageRequest.MOST));
        Counters counters = catalog.counters();
        beside(
                Blocks.muted(
                        Texts.t(
                                "catalogue.counts",
                                Figures.of(counters.products()),
                                Figures.of(counters.merchants()),
                                Figures.of(counters.turnover()))));
        show(
                search(query, words),
                facets(query, shelf.items(), sector, task),
                shelf(found.items(), shelf.items().isEmpty()));
    }

    private TextField search(QueryParameters query, String words) {
        TextField field = new TextField();
        field.setId("catalogue-search");
        field.addClassName("wide");
        field.setPlaceholder(Texts.t("catalogue.search"));
        field.setAriaLabel(Texts.t("catalogue.search"));
        field.setClearButtonVisible(true);
        field.setValue(words);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addValueChangeListener(change -> go(with(query, WORDS, change.getValue())));
        return field;
    }

    private Div facets(
            QueryParameters query,
            List<Listing> shelf,
            Optional<String> sector,
            Optional<String> task) {
        Div facets = Blocks.div("facets");
        facets.getElement().setAttribute("role", "group");
        facets.getElement().setAttribute("aria-label", Texts.t("catalogue.facets"));
        var sectors = new TreeSet<>(shelf.stream().map(Listing::sector).toList());
        sectors.forEach(each ->
                facets.add(chip(Texts.ofCode("sector", each), SECTOR, each, sector, query)));
        tasks.sold().keySet().stream()
                .sorted()
                .forEach(each -> facets.add(chip(tasks.title(each), TASK, each, task, query)));
        return facets;
    }

    private static Anchor chip(
            String text,
            String name,
            String value,
            Optional<String> chosen,
            QueryParameters query) {
        boolean on = chosen.filter(value::equals).isPresent();
        QueryParameters target = with(query, name, on ? "" : value);
        Anchor chip = Blocks.link(text, address(target));
        chip.addClassName("chip");
        chip.setClassName("on", on);
        chip.getElement().setAttribute("aria-current", on ? "true" : "false");
        return chip;
    }

    private Div shelf(List<Listing> found, boolean nothingOnShelf) {
        if (nothingOnShelf) {
            return Blocks.empty(Texts.t("catalogue.none"));
        }
        if (found.isEmpty()) {
            return Blocks.empty(
                    Texts.t("catalogue.empty"), Blocks.link(Texts.t("catalogue.all"), "catalogue"));
        }
        Div card = Blocks.div("card flush");
        card.setId("shelf");
        found.forEach(listing -> card.add(new ListingLine(listing, tasks)));
        return card;
    }

    private static QueryParameters with(QueryParameters query, String name, String value) {
        return value.isBlank() ? query.excluding(name) : query.merging(name, value);
    }

    private static String address(QueryParameters query) {
        String text = query.getQueryString();
        return text.isEmpty() ? "catalogue" : "catalogue?" + text;
    }

    private static void go(QueryParameters query) {
        UI.getCurrent().navigate("catalogue", query);
    }
}
