package io.databourse.web.merchant;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.merchant.MerchantState;
import io.databourse.quota.FrozenBuyers;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Stepper;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// The own organisation: the application to become a merchant, its state, its members.
@Route(value = "organisation", layout = Shell.class)
@Dependent
@RolesAllowed({Names.MERCHANT, Names.BUYER, Names.NODE_ADMIN})
class OrganisationView extends Page implements BeforeEnterObserver {
    private final MerchantService merchants;
    private final FrozenBuyers buyers;

    @Inject
    OrganisationView(MerchantService merchants, FrozenBuyers buyers) {
        this.merchants = merchants;
        this.buyers = buyers;
        crumbs(Texts.t("nav.section.own"));
        title(Texts.t("nav.organisation"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build();
    }

    private void build() {
        Optional<Merchant> own = merchants.organisationOf(CurrentUser.caller());
        if (own.isPresent() && own.get().state() != MerchantState.REJECTED) {
            details(own.get());
        } else {
            show(
                    own.<Component>map(OrganisationView::rejected)
                            .orElseGet(() -> Blocks.next(Texts.t("merchant.next.none"))),
                    new MerchantApplicationForm(application -> {
                        merchants.apply(CurrentUser.caller(), application);
                        build();
                    }));
        }
    }

    private static Component rejected(Merchant merchant) {
        return Blocks.next(
                Texts.t("merchant.next.REJECTED", merchant.decisionReason().orElse("–")));
    }

    private void details(Merchant merchant) {
        beside(Tags.state(merchant.state()));
        int now =
                switch (merchant.state()) {
                    case APPLIED -> 1;
                    case REVIEWING -> 2;
                    case ACTIVE -> 4;
                    case REJECTED -> 3;
                };
        show(
                new Stepper(
                        List.of(
                                Texts.t("merchant.step.applied"),
                                Texts.t("merchant.step.acceptance"),
                                Texts.t("merchant.step.review"),
                                Texts.t("merchant.step.active")),
                        now,
                        false),
                Blocks.next(Texts.t("merchant.next." + merchant.state())),
                Blocks.div("grid g2", facts(merchant), members(merchant)));
        StoppedNotice.of(buyers, merchant).ifPresent(this::showFirst);
    }

    private static Component facts(Merchant merchant) {
        return Blocks.card(
                merchant.name(),
                new Facts()
                        .mono("merchant.id", merchant.id().value())
                        .mono("merchant.creditCode", merchant.creditCode().value())
                        .add("merchant.type", Texts.of(merchant.type()))
                        .add("merchant.contact", merchant.contact())
                        .add("merchant.appliedBy", merchant.appliedBy())
                        .add("merchant.appliedAt", new When(merchant.appliedAt()))
                        .add("evidence.link", StoryNavigation.link(merchant.id().value())));
    }

    private Component members(Merchant merchant) {
        TextField username = Inputs.name(new TextField(), "member", "merchant.member");
        return Blocks.card(
                Texts.t("merchant.members"),
                Blocks.paragraph(Texts.t("merchant.membersHint")),
                Blocks.div(
                        "row end-aligned inline",
                        username,
                        Actions.command(
                                "add-member",
                                Texts.t("merchant.addMember"),
                                () -> {
                                    Inputs.require(username);
                                    merchants.addMember(
                                            CurrentUser.caller(),
                                            merchant.id(),
                                            username.getValue().strip());
                                    Problems.done(Texts.t("merchant.added", username.getValue()));
                                    username.clear();
                                    username.setInvalid(false);
                                })));
    }
}
