package io.databourse.web.sharing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.PageRequest;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.settlement.ContributionShares;
import io.databourse.settlement.SharingService;
import io.databourse.settlement.SharingTerms;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// How a contract's earnings are shared, 分润. Its provider writes the terms, its partners read them.
@Route(value = "contracts/:id/sharing", layout = Shell.class)
@Dependent
@RolesAllowed({Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class SharingView extends Page implements BeforeEnterObserver {
    private final SharingService sharing;
    private final ContractService contracts;
    private final MerchantService merchants;
    private final SharingTables tables;

    @Inject
    SharingView(
            SharingService sharing,
            ContractService contracts,
            MerchantService merchants,
            SharingTables tables) {
        this.sharing = sharing;
        this.contracts = contracts;
        this.merchants = merchants;
        this.tables = tables;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build(Address.id(event, ContractId::new));
    }

    private void build(ContractId id) {
        crumbs(
                Texts.t("nav.section.trade"),
                Blocks.link(Texts.t("nav.contracts"), "contracts"),
                Blocks.link(
                        contracts.find(CurrentUser.caller(), id).productName(), "contracts/" + id));
        title(Texts.t("sharing.title"));
        Optional<SharingTerms> terms = sharing.find(CurrentUser.caller(), id);
        Div body = Blocks.div("stack", Blocks.next(Texts.t("sharing.next")));
        body.add(
                terms.map(known -> Blocks.card(Texts.t("sharing.now"), tables.terms(known)))
                        .orElseGet(() -> Blocks.empty(Texts.t("sharing.none"))));
        sharing.contribution(CurrentUser.caller(), id)
                .ifPresent(shares -> body.add(contribution(shares)));
        if (CurrentUser.has(Role.MERCHANT)) {
            own(id).ifPresent(contract ->
                    body.add(
                            Blocks.card(
                                    Texts.t("sharing.write"),
                                    new SharingEditor(
                                            sharing,
                                            tables,
                                            contract,
                                            partners(contract),
                                            () -> build(id)))));
        }
        show(body);
    }

    private Div contribution(ContributionShares shares) {
        Div card = Blocks.card(Texts.t("sharing.contribution"), tables.contribution(shares));
        shares.terms()
                .sampling()
                .ifPresent(drawn ->
                        card.add(
                                Blocks.paragraph(
                                        Texts.t(
                                                "sharing.drawn",
                                                Long.toString(drawn.seed()),
                                                drawn.orders()))));
        return card;
    }

    /// The contract, if the user's organisation provides it; partners may not read contracts.
    private Optional<Contract> own(ContractId id) {
        return merchants
                .organisationOf(CurrentUser.caller())
                .flatMap(own ->
                        contracts
                                .list(CurrentUser.caller(), PageRequest.first(PageRequest.MOST))
                                .items()
                                .stream()
                                .filter(each -> each.id().equals(id))
                                .filter(each -> each.provider().equals(own.id()))
                                .findFirst());
    }

    private List<Merchant> partners(Contract contract) {
        return merchants.directory(PageRequest.first(PageRequest.MOST)).items().stream()
                .filter(each -> !contract.concerns(each.id()))
                .toList();
    }
}
