package io.databourse.web.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
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
import io.databourse.settlement.report.Outlook;
import io.databourse.settlement.report.ReportService;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.job.JobNavigation;
import io.databourse.web.order.OrderNavigation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Live;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.ReasonDialog;
import io.databourse.web.parts.RoomRules;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Stepper;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.pricing.ChargingCard;
import io.databourse.web.sharing.SharingNavigation;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import io.databourse.web.statement.ChargesNavigation;
import io.databourse.web.workbench.WorkbenchNavigation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
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
    private final Additions additions;
    private final Tasks tasks;
    private final Div main = Blocks.div("stack");
    private Optional<Contract> shown = Optional.empty();
    private List<Supplement> shownAdditions = List.of();

    @Inject
    ContractView(
            ContractService contracts,
            ReportService reports,
            RoomService rooms,
            AlgorithmService algorithms,
            MerchantService merchants,
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
        this.additions = additions;
        this.tasks = tasks;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ContractId id = Address.id(event, ContractId::new);
        build(contracts.find(CurrentUser.caller(), id));
        show(main, new Live(() -> refresh(id)));
    }

    /// A signature comes from a node, so it arrives while the page is open.
    private void refresh(ContractId id) {
        Contract now = contracts.find(CurrentUser.caller(), id);
        if (!shown.equals(Optional.of(now)) || !shownAdditions.equals(additions.list(now))) {
            build(now);
        }
    }

    private void build(Contract contract) {
        shown = Optional.of(contract);
        shownAdditions = additions.list(contract);
        crumbs(Texts.t("nav.section.trade"), Blocks.link(Texts.t("nav.contracts"), "contracts"));
        title(contract.productName());
        beside(ContractTexts.state(contract));
        actions(buttons(contract).toArray(Component[]::new));
        Div right = Blocks.div("grid", facts(contract), ChargingCard.of(contract.charging()));
        Div left = Blocks.div("grid", next(contract));
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
                        contract,
                        own.filter(party -> mayAct(contract)),
                        () -> rebuild(contract.id())),
                signatures(contract),
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

    private List<Component> buttons(Contract contract) {
        List<Component> buttons = new ArrayList<>();
        if (contract.state() == ContractState.AWAITING_SIGNATURES && mayAct(contract)) {
            buttons.add(
                    Actions.danger(
                            "terminate", Texts.t("contract.terminate"), () -> terminate(contract)));
            if (mySignature(contract).filter(this::isOpen).isPresent()) {
                buttons.add(
                        Actions.primary(
                                "sign",
                                Texts.t("contract.sign"),
                                () -> build(contracts.sign(CurrentUser.caller(), contract.id()))));
            }
        }
        if (contract.state() == ContractState.ACTIVE
                && !contract.expired()
                && CurrentUser.has(Role.BUYER)
                && own.filter(contract.consumer()::equals).isPresent()) {
            additions.button(contract, () -> rebuild(contract.id())).ifPresent(buttons::add);
            if (contract.policy().room().isPresent()) {
                buttons.add(
                        Actions.primary(
                                "to-workbench",
                                Texts.t("nav.workbench"),
                                () ->
                                        UI.getCurrent()
                                                .navigate(
                                                        WorkbenchNavigation.address(
                                                                contract.id()))));
            }
            if (!contract.policy().tasks().stream().allMatch(tasks::readsRules)) {
                buttons.add(
                        Actions.primary(
                                "new-job",
                                Texts.t("contract.newJob"),
                                () -> JobNavigation.toNewJob(contract.id())));
            }
        }
        return buttons;
    }

    private boolean mayAct(Contract contract) {
        return CurrentUser.has(Role.BUYER, Role.MERCHANT)
                && own.filter(contract::concerns).isPresent();
    }

    private void rebuild(ContractId id) {
        build(contracts.find(CurrentUser.caller(), id));
    }

    private boolean isOpen(PartySignature signature) {
        return signature.state() == SignatureState.NOT_REQUESTED
                || signature.state() == SignatureState.REFUSED;
    }

    private Optional<PartySignature> mySignature(Contract contract) {
        return contract.signatures().stream()
                .filter(each -> own.filter(each.merchantId()::equals).isPresent())
                .findFirst();
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

    private static Component signatures(Contract contract) {
        Div card = Blocks.card(Texts.t("contract.signatures"));
        for (PartySignature each : contract.signatures()) {
            Facts facts =
                    new Facts()
                            .add(
                                    "contract.party",
                                    Texts.of(each.role()) + " · " + each.organisation())
                            .add("table.state", Tags.state(each.state()))
                            .mono("contract.node", each.nodeId().value());
            each.reason().ifPresent(why -> facts.add("contract.reason", Said.text(why)));
            each.signedAt().ifPresent(at -> facts.add("contract.signedAt", new When(at)));
            each.signature().ifPresent(text -> facts.mono("contract.signature", text));
            card.add(Blocks.div("signature", facts));
        }
        return card;
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

    private Component facts(Contract contract) {
        Facts facts =
                new Facts()
                        .mono("contract.id", contract.id().value())
                        .add("order.provider", contract.providerName())
                        .add("order.buyer", contract.consumerName())
                        .add("order.amount", Figures.of(contract.totalPrice()))
                        .add(
                                "order.units",
                                Texts.t("order.runs", Figures.of(contract.totalUnits())))
                        .add("contract.notAfter", new When(contract.end()))
                        .add("contract.createdAt", new When(contract.createdAt()))
                        .add(
                                "contract.order",
                                Blocks.mono(
                                        contract.orderId().value(),
                                        OrderNavigation.address(contract.orderId())))
                        .add(
                                "contract.charges",
                                Blocks.link(
                                        Texts.t("contract.seeCharges"),
                                        ChargesNavigation.address(contract.id())));
        if (seesSharing(contract)) {
            var sharing =
                    Blocks.link(
                            Texts.t("contract.seeSharing"),
                            SharingNavigation.address(contract.id()));
            sharing.setId("to-sharing");
            facts.add("contract.sharing", sharing);
        }
        return Blocks.card(
                Texts.t("contract.title"),
                facts.add("evidence.link", StoryNavigation.link(contract.id().value())));
    }

    private boolean seesSharing(Contract contract) {
        return CurrentUser.has(Role.OPERATOR, Role.REGULATOR)
                || own.filter(contract.provider()::equals).isPresent();
    }

    private void terminate(Contract contract) {
        new ReasonDialog(
                        Texts.t("contract.terminate"),
                        reason ->
                                build(
                                        contracts.terminate(
                                                CurrentUser.caller(), contract.id(), reason)))
                .open();
    }
}
