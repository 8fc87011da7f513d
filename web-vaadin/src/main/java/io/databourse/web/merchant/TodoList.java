package io.databourse.web.merchant;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.databourse.algorithm.Algorithm;
import io.databourse.algorithm.AlgorithmService;
import io.databourse.algorithm.AlgorithmVersion;
import io.databourse.algorithm.Submission;
import io.databourse.call.Caller;
import io.databourse.call.PageRequest;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.contract.PartySignature;
import io.databourse.contract.SignatureState;
import io.databourse.contract.Supplement;
import io.databourse.contract.SupplementService;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.JobState;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeState;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantState;
import io.databourse.order.Order;
import io.databourse.order.OrderService;
import io.databourse.order.OrderState;
import io.databourse.order.WalletService;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductService;
import io.databourse.settlement.SettlementService;
import io.databourse.web.contract.ContractNavigation;
import io.databourse.web.job.JobNavigation;
import io.databourse.web.order.OrderNavigation;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks through the stages for what waits for one organisation.
@Dependent
class TodoList {
    private static final PageRequest MANY = PageRequest.first(PageRequest.MOST);

    private final MembershipService membership;
    private final ProductService products;
    private final OrderService orders;
    private final ContractService contracts;
    private final SupplementService supplements;
    private final JobService jobs;
    private final WalletService wallets;
    private final SettlementService settlement;
    private final AlgorithmService algorithms;

    @Inject
    TodoList(
            MembershipService membership,
            ProductService products,
            OrderService orders,
            ContractService contracts,
            SupplementService supplements,
            JobService jobs,
            WalletService wallets,
            SettlementService settlement,
            AlgorithmService algorithms) {
        this.membership = membership;
        this.products = products;
        this.orders = orders;
        this.contracts = contracts;
        this.supplements = supplements;
        this.jobs = jobs;
        this.wallets = wallets;
        this.settlement = settlement;
        this.algorithms = algorithms;
    }

    record Todo(String what, String name, String address) {}

    List<Todo> of(Merchant own) {
        Caller caller = CurrentUser.caller();
        List<Todo> todos = new ArrayList<>();
        if (membership.list(caller).stream().noneMatch(n -> n.state() == NodeState.ACTIVE)) {
            todos.add(new Todo(Texts.t("home.todo.node"), Texts.t("home.todo.nodeText"), "nodes"));
        }
        List<Contract> agreed = contracts.list(caller, MANY).items();
        agreed.stream()
                .filter(contract -> contract.state() == ContractState.AWAITING_SIGNATURES)
                .filter(contract -> waitsFor(contract.signatures(), own))
                .forEach(contract ->
                        todos.add(
                                new Todo(
                                        Texts.t("home.todo.sign"),
                                        contract.productName(),
                                        ContractNavigation.address(contract.id()))));
        List<Supplement> added = supplements.open(caller);
        added.stream()
                .filter(supplement -> waitsFor(supplement.signatures(), own))
                .forEach(supplement ->
                        todos.add(
                                new Todo(
                                        Texts.t("home.todo.signSupplement"),
                                        Texts.t("supplement.title"),
                                        ContractNavigation.address(supplement.contractId()))));
        if (caller.has(Role.BUYER)) {
            orders.list(caller, MANY).items().stream()
                    .filter(order -> needsContract(order, own, agreed))
                    .filter(order ->
                            added.stream().noneMatch(each -> each.orderId().equals(order.id())))
                    .forEach(order ->
                            todos.add(
                                    new Todo(
                                            Texts.t("home.todo.draft"),
                                            order.productName(),
                                            OrderNavigation.address(order.id()))));
        }
        if (caller.has(Role.MERCHANT) && own.state() == MerchantState.ACTIVE) {
            reviews(caller, own, agreed, todos);
        }
        return todos;
    }

    /// What its people have to decide at its node.
    private void reviews(Caller caller, Merchant own, List<Contract> agreed, List<Todo> todos) {
        jobs.list(caller, MANY).items().stream()
                .filter(job -> job.provider().equals(own.id()))
                .filter(job -> job.state() == JobState.REVIEWING && job.review().isPresent())
                .forEach(job ->
                        todos.add(
                                new Todo(
                                        Texts.t("home.todo.output"),
                                        job.productName(),
                                        JobNavigation.address(job.id()))));
        for (Algorithm algorithm : algorithms.list(caller, MANY).items()) {
            for (AlgorithmVersion version : algorithm.versions()) {
                version.submissions().stream()
                        .filter(each -> each.state() == Submission.State.SUBMITTED)
                        .map(Submission::contractId)
                        .filter(id -> isProvider(own, id, agreed))
                        .forEach(id ->
                                todos.add(
                                        new Todo(
                                                Texts.t("home.todo.script"),
                                                version.reference(),
                                                ContractNavigation.address(id))));
            }
        }
    }

    private static boolean isProvider(Merchant own, ContractId id, List<Contract> agreed) {
        return agreed.stream()
                .anyMatch(each -> each.id().equals(id) && each.provider().equals(own.id()));
    }

    private static boolean waitsFor(List<PartySignature> signatures, Merchant own) {
        return signatures.stream()
                .anyMatch(signature ->
                        signature.merchantId().equals(own.id())
                                && signature.state() == SignatureState.NOT_REQUESTED);
    }

    private static boolean needsContract(Order order, Merchant own, List<Contract> agreed) {
        return order.state() == OrderState.PLACED
                && order.buyer().equals(own.id())
                && agreed.stream().noneMatch(contract -> contract.orderId().equals(order.id()));
    }

    Component figures(Merchant own) {
        Caller caller = CurrentUser.caller();
        List<Job> all = jobs.list(caller, MANY).items();
        long running = all.stream().filter(job -> !job.state().isEnd()).count();
        Div row = Blocks.div("grid fit");
        if (caller.has(Role.BUYER)) {
            row.add(
                    Blocks.figure(
                            Texts.t("wallet.available"),
                            Blocks.link(Figures.of(wallets.view(caller).available()), "wallet"),
                            Texts.t("wallet.availableHint")));
        }
        if (caller.has(Role.MERCHANT)) {
            List<DataProduct> mine = products.mine(caller, MANY).items();
            row.add(
                    Blocks.figure(
                            Texts.t("home.products"),
                            Blocks.link(Figures.of(mine.size()), "products"),
                            Texts.t("home.productsHint")),
                    Blocks.figure(
                            Texts.t("home.earned"),
                            Blocks.link(
                                    Figures.of(
                                            settlement
                                                    .statement(caller, Optional.empty())
                                                    .earned()),
                                    "revenue"),
                            own.name()));
        }
        row.add(
                Blocks.figure(
                        Texts.t("home.running"),
                        Blocks.link(Figures.of(running), "jobs"),
                        Texts.t("review.jobsHint", all.size())));
        return row;
    }
}
