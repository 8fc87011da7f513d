package io.databourse.web.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.algorithm.AlgorithmService;
import io.databourse.call.PageRequest;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.contract.PartySignature;
import io.databourse.contract.SignatureState;
import io.databourse.contract.Supplement;
import io.databourse.dispatch.PrivacyLeft;
import io.databourse.dispatch.RoomService;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.merchant.MerchantState;
import io.databourse.quota.ContractUse;
import io.databourse.settlement.report.Outlook;
import io.databourse.settlement.report.ReportService;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Live;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.RoomRules;
import io.databourse.web.parts.Stepper;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.pricing.ChargingCard;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// One contract: what it allows, who signed, what is left of it.
@Route(value = "contracts/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class ContractView extends Page implements BeforeEnterObserver {
    private final ContractService contracts;
    private final ReportService reports;
    private final RoomService rooms;
    private final AlgorithmService algorithms;
    private final Optional<MerchantId> own;
    private final boolean isActive;
    private final ContractButtons buttons;
    private final UseSwitch use;
    private final Additions additions;
    private final Tasks tasks;
    private final Div main = Blocks.div("stack");
    private Optional<Shown> shown = Optional.empty();

    /// What the page was built of.
    private record Shown(Contract contract, ContractUse use, List<Supplement> additions) {}

    @Inject
    ContractView(
            ContractService contracts,
            ReportService reports,
            RoomService rooms,
            AlgorithmService algorithms,
            MerchantService merchants,
            ContractButtons buttons,
            UseSwitch use,
            Additions additions,
            Tasks tasks) {
        this.contracts = contracts;
        this.reports = reports;
        this.rooms = rooms;
        this.algorithms = algorithms;
        Optional<Merchant> organisation = merchants.organisationOf(CurrentUser.caller());
        this.own = organisation.map(Merchant::id);
        this.isActive =
                organisation.filter(each -> each.state() == MerchantState.ACTIVE).isPresent();
        this.buttons = buttons;
        this.use = use;
        this.additions = additions;
        this.tasks = tasks;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ContractId id = Address.id(event, ContractId::new);
        build(find(id));
        show(main, new Live(() -> refresh(id)));
    }

    private Shown find(ContractId id) {
        Contract contract = contracts.find(CurrentUser.caller(), id);
        return new Shown(contract, use.of(contract), additions.list(contract));
    }

    /// A signature comes from a node and a stop from the operator, so they arrive while the page is
    /// open.
    private void refresh(ContractId id) {
        Shown now = find(id);
        if (!shown.equals(Optional.of(now))) {
            build(now);
        }
    }

    private void build(Shown now) {
        shown = Optional.of(now);
        Contract contract = now.contract();
        Runnable changed = () -> build(find(contract.id()));
        crumbs(Texts.t("nav.section.trade"), Blocks.link(Texts.t("nav.contracts"), "contracts"));
        title(contract.productName());
        beside(ContractTexts.state(contract));
        actions(buttons.of(contract, own, changed).toArray(Component[]::new));
        Div right =
                Blocks.div(
                        "grid",
                        new ContractCard(contract, seesSharing(contract)),
                        ChargingCard.of(contract.charging()));
        Div left = Blocks.div("grid", next(contract));
        use.card(contract, now.use(), changed).ifPresent(left::add);
        if (contract.state() == ContractState.ACTIVE) {
            Outlook outlook = reports.outlook(CurrentUser.caller(), contract.id());
            right.addComponentAsFirst(new QuotaCard(outlook));
            left.add(new BurnDownCard(outlook));
        }
        left.add(Blocks.card(Texts.t("policy.title"), ContractTexts.policy(contract, tasks)));
        contract.policy()
                .room()
                .ifPresent(rules ->
                        left.add(
                                Blocks.card(
                                        Texts.t("room.title"),
                                        RoomRules.of(rules, privacyLeft(contract))),
                                scripts(contract)));
        left.add(
                additions.cards(
                        contract, own.filter(_ -> ContractButtons.mayAct(contract, own)), changed),
                new SignaturesCard(contract.signatures()),
                document(contract));
        main.removeAll();
        main.add(steps(contract), Blocks.div("grid g2", left, right));
    }

    /// For the parties; others have no algorithms to see.
    private Component scripts(Contract contract) {
        if (!isActive || own.filter(contract::concerns).isEmpty()) {
            return new Div();
        }
        return new ScriptsCard(
                algorithms.list(CurrentUser.caller(), PageRequest.first(PageRequest.MOST)).items(),
                contract.id(),
                own.filter(contract.provider()::equals).isPresent());
    }

    private Optional<PrivacyLeft> privacyLeft(Contract contract) {
        return rooms.room(CurrentUser.caller(), contract.id()).privacy();
    }

    private static Stepper steps(Contract contract) {
        long signed =
                contract.signatures().stream()
                        .filter(each -> each.state() == SignatureState.SIGNED)
                        .count();
        int now = contract.state() == ContractState.ACTIVE ? 4 : 1 + (int) signed;
        return new Stepper(
                List.of(
                        Texts.t("contract.step.draft"),
                        Texts.t("contract.step.first"),
                        Texts.t("contract.step.second"),
                        Texts.t("contract.step.active")),
                now,
                contract.state() == ContractState.TERMINATED);
    }

    private Component next(Contract contract) {
        if (contract.state() != ContractState.AWAITING_SIGNATURES) {
            return Blocks.next(
                    Texts.t(
                            contract.expired()
                                    ? "contract.next.expired"
                                    : "contract.next." + contract.state()));
        }
        String waiting =
                Texts.list(
                        contract.signatures().stream()
                                .filter(each -> each.state() != SignatureState.SIGNED)
                                .map(PartySignature::organisation)
                                .toList());
        return Blocks.next(Texts.t("contract.next.AWAITING_SIGNATURES", waiting));
    }

    private static Component document(Contract contract) {
        Details details = new Details(Texts.t("contract.document"), new Pre(contract.document()));
        Div card = Blocks.card(details, Blocks.mono(contract.documentHash()));
        if (contract.formText().isPresent()) {
            var text =
                    Blocks.link(
                            Texts.t("contract.seeText"), ContractNavigation.text(contract.id()));
            text.setId("to-text");
            card.addComponentAsFirst(text);
        }
        return card;
    }

    private boolean seesSharing(Contract contract) {
        return CurrentUser.has(Role.OPERATOR, Role.REGULATOR)
                || own.filter(contract.provider()::equals).isPresent();
    }
}
