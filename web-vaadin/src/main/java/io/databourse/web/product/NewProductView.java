package io.databourse.web.product;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.databourse.call.Caller;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeState;
import io.databourse.registration.Column;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductApplication;
import io.databourse.registration.ProductId;
import io.databourse.registration.ProductService;
import io.databourse.registration.Profile;
import io.databourse.registration.ProfileId;
import io.databourse.registration.ProfileService;
import io.databourse.registration.SpecificationSheet;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.FieldTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Live;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Stepper;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// Registers a product: the node profiles a source where it lies, then the holder describes it. The
/// profile, or the draft, is in the address, so that a reload loses nothing of it.
@Route(value = "products/new", layout = Shell.class)
@Dependent
@RolesAllowed(Names.MERCHANT)
class NewProductView extends Page implements BeforeEnterObserver {
    private static final String PROFILE = "profile";
    static final String DRAFT = "draft";

    private final ProductService products;
    private final ProfileService profiles;
    private final MembershipService membership;
    private final Div main = Blocks.div("stack");
    private Optional<Profile> shown = Optional.empty();

    @Inject
    NewProductView(ProductService products, ProfileService profiles, MembershipService membership) {
        this.products = products;
        this.profiles = profiles;
        this.membership = membership;
        crumbs(Texts.t("nav.section.market"), Blocks.link(Texts.t("nav.products"), "products"));
        title(Texts.t("product.register"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<DataProduct> draft =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(DRAFT)
                        .map(text -> products.find(CurrentUser.caller(), new ProductId(text)));
        if (draft.isPresent()) {
            show(Blocks.div("stack", steps(2), form(draft.get())));
            return;
        }
        Optional<String> id = event.getLocation().getQueryParameters().getSingleParameter(PROFILE);
        shown = id.map(text -> profiles.find(CurrentUser.caller(), new ProfileId(text)));
        build();
        show(main, new Live(this::refresh));
    }

    private void refresh() {
        shown.filter(before -> before.state() == Profile.State.REQUESTED)
                .map(before -> profiles.find(CurrentUser.caller(), before.id()))
                .filter(now -> now.state() != Profile.State.REQUESTED)
                .ifPresent(now -> {
                    shown = Optional.of(now);
                    build();
                });
    }

    private void build() {
        main.removeAll();
        if (shown.isEmpty()) {
            main.add(steps(0), chooseSource());
            return;
        }
        Profile profile = shown.get();
        switch (profile.state()) {
            case REQUESTED ->
                    main.add(steps(1), Blocks.next(Texts.t("profile.waiting", profile.source())));
            case FAILED ->
                    main.add(
                            steps(1),
                            Blocks.card(
                                    Problems.report(
                                            profile.failureCode().orElse("SOURCE_MALFORMED"),
                                            profile.failure().orElse("")),
                                    Blocks.row(
                                            Blocks.link(
                                                    Texts.t("profile.again"), "products/new"))));
            case DONE ->
                    main.add(
                            steps(2),
                            Blocks.div(
                                    "grid g2",
                                    new SheetForm(
                                            profile.columns(),
                                            Optional.empty(),
                                            sheet -> submit(profile, sheet),
                                            sheet -> keep(profile, sheet)),
                                    Blocks.div("grid", told(profile))));
        }
    }

    private void submit(Profile profile, SpecificationSheet sheet) {
        DataProduct product =
                products.submit(CurrentUser.caller(), new ProductApplication(profile.id(), sheet));
        open(product);
    }

    private void keep(Profile profile, SpecificationSheet sheet) {
        open(products.draft(CurrentUser.caller(), new ProductApplication(profile.id(), sheet)));
    }

    private SheetForm form(DataProduct draft) {
        Caller me = CurrentUser.caller();
        return new SheetForm(
                draft.columns(),
                Optional.of(draft.sheet()),
                sheet -> {
                    products.redraft(me, draft.id(), sheet);
                    open(products.submit(me, draft.id()));
                },
                sheet -> open(products.redraft(me, draft.id(), sheet)));
    }

    private static void open(DataProduct product) {
        UI.getCurrent().navigate(ProductNavigation.address(product.id()));
    }

    private Component chooseSource() {
        List<Choice> choices =
                membership.list(CurrentUser.caller()).stream()
                        .filter(node -> node.state() == NodeState.ACTIVE)
                        .flatMap(node ->
                                node.sources().stream()
                                        .map(source ->
                                                new Choice(
                                                        node.id(),
                                                        node.name(),
                                                        source.name(),
                                                        source.description())))
                        .toList();
        if (choices.isEmpty()) {
            return Blocks.empty(
                    Texts.t("profile.noSource"), Blocks.link(Texts.t("nav.nodes"), "nodes"));
        }
        Select<Choice> source = Inputs.name(new Select<>(), "source", "profile.source");
        source.setItems(choices);
        source.setItemLabelGenerator(Choice::label);
        source.setValue(choices.getFirst());
        source.setWidthFull();
        return Blocks.card(
                Texts.t("profile.title"),
                Blocks.paragraph(Texts.t("profile.hint")),
                Blocks.div("form one", source),
                Blocks.row(
                        Actions.primary(
                                "profile",
                                Texts.t("profile.request"),
                                () -> request(Inputs.value(source)))));
    }

    private void request(Choice choice) {
        Profile profile = profiles.request(CurrentUser.caller(), choice.node(), choice.source());
        UI.getCurrent().navigate("products/new", QueryParameters.of(PROFILE, profile.id().value()));
    }

    /// All that the node has told; nothing else left it.
    private static Component told(Profile profile) {
        FieldTable table = new FieldTable("field.name", "field.type", "field.nullable");
        for (Column column : profile.columns()) {
            table.line(
                    Blocks.mono(column.name()),
                    Blocks.text(Texts.ofCode("type", column.type())),
                    column.nullable()
                            ? Tags.plain(Texts.t("answer.yes"))
                            : Blocks.muted(Texts.t("answer.no")));
        }
        return Blocks.card(
                Texts.t("profile.told"),
                Blocks.paragraph(Texts.t("profile.toldHint")),
                new Facts()
                        .mono("profile.source", profile.source())
                        .add("product.rows", Figures.of(profile.rowCount()))
                        .mono("product.contentHash", profile.contentHash().orElse("")),
                table);
    }

    private static Stepper steps(int now) {
        return new Stepper(
                List.of(
                        Texts.t("product.step.source"),
                        Texts.t("product.step.profile"),
                        Texts.t("product.step.sheet"),
                        Texts.t("product.step.review"),
                        Texts.t("product.step.registered")),
                now,
                false);
    }

    private record Choice(NodeId node, String nodeName, String source, String description) {
        String label() {
            String about = description.isBlank() ? "" : " – " + description;
            return nodeName + " / " + source + about;
        }
    }
}
