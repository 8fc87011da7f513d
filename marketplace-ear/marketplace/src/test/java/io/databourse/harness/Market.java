package io.databourse.harness;

import io.databourse.call.Caller;
import io.databourse.call.Decision;
import io.databourse.call.Role;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.catalog.NewListing;
import io.databourse.catalog.NewPricing;
import io.databourse.catalog.PlanOffer;
import io.databourse.catalog.UsageTerms;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractRequest;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.dispatch.Condition;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.OtherInput;
import io.databourse.dispatch.OwnInput;
import io.databourse.merchant.CreditCode;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantApplication;
import io.databourse.merchant.MerchantService;
import io.databourse.merchant.MerchantType;
import io.databourse.money.Money;
import io.databourse.order.Order;
import io.databourse.order.OrderService;
import io.databourse.order.PayAsYouGoWish;
import io.databourse.order.Quote;
import io.databourse.order.QuoteRequest;
import io.databourse.order.WalletService;
import io.databourse.registration.DataProduct;
import io.databourse.registration.DataRight;
import io.databourse.registration.FieldDescription;
import io.databourse.registration.Grade;
import io.databourse.registration.ProductApplication;
import io.databourse.registration.ProductService;
import io.databourse.registration.Profile;
import io.databourse.registration.ProfileService;
import io.databourse.registration.ReviewDecision;
import io.databourse.registration.SourceKind;
import io.databourse.registration.SpecificationSheet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A fresh airline and a fresh bank with their nodes, taken step by step as far as a test needs.
public final class Market {
    private static final AtomicInteger COUNT = new AtomicInteger();

    public final Exchange exchange = Exchange.get();
    private final int number = COUNT.incrementAndGet();
    public final Caller airline = person("airline", Role.MERCHANT);
    public final Caller bank = person("bank", Role.BUYER, Role.MERCHANT);
    public final Caller operator = new Caller("operator", Set.of(Role.OPERATOR));
    public final Caller reviewer = new Caller("reviewer", Set.of(Role.OPERATOR));
    public final Merchant airlineMerchant;
    public final Merchant bankMerchant;
    public final SimulatedNode airlineNode;
    public final SimulatedNode bankNode;
    public final SimulatedNode computeNode;

    private final long units;
    private final Optional<NewPricing> pricing;

    public Market() {
        this(10);
    }

    /// @param units how many runs the airline's pack has
    public Market(long units) {
        this(units, Optional.empty());
    }

    /// @param pricing how the airline has use counted, and what it asks beside the pack
    public Market(long units, Optional<NewPricing> pricing) {
        this.units = units;
        this.pricing = pricing;
        exchange.settle();
        airlineMerchant = admitted(airline, "Airline " + number, number * 2);
        bankMerchant = admitted(bank, "Bank " + number, number * 2 + 1);
        airlineNode = node("airline-node", airlineMerchant);
        bankNode = node("bank-node", bankMerchant);
        computeNode = exchange.computeNode();
        computeNode.behave(SimulatedNode.Behaviour.GOOD);
        computeNode.sayHello();
    }

    private Caller person(String name, Role... roles) {
        return new Caller(name + "-" + number, Set.of(roles));
    }

    private Merchant admitted(Caller applicant, String name, int serial) {
        MerchantService merchants = exchange.bean(MerchantService.class);
        String code = CreditCode.complete("91310000MA%06d".formatted(serial)).value();
        Merchant merchant =
                merchants.apply(
                        applicant,
                        new MerchantApplication(
                                name, code, MerchantType.TRADER, "desk@example.cn"));
        merchants.startReview(operator, merchant.id());
        return merchants.decide(operator, merchant.id(), new Decision(true, "documents seen"));
    }

    private SimulatedNode node(String name, Merchant owner) {
        Caller admin = person(name, Role.NODE_ADMIN);
        exchange.bean(MerchantService.class).addMember(operator, owner.id(), admin.username());
        return SimulatedNode.enrolled(exchange, admin, operator, name + "-" + number);
    }

    public DataProduct product() {
        return product("members");
    }

    public DataProduct product(String source) {
        Profile profile =
                exchange.bean(ProfileService.class).request(airline, airlineNode.id(), source);
        exchange.settle();
        ProductService products = exchange.bean(ProductService.class);
        DataProduct product =
                products.submit(airline, new ProductApplication(profile.id(), sheet()));
        products.startReview(operator, product.id());
        return products.decide(
                reviewer,
                product.id(),
                new ReviewDecision(true, "complete", Optional.of("no public data")));
    }

    public SpecificationSheet sheet() {
        return new SpecificationSheet(
                "2026航旅会员标签" + number,
                "会员等级与近一年飞行次数",
                "交通运输",
                List.of("航旅", "会员"),
                "310000",
                "2025-2026",
                "monthly",
                SourceKind.SELF_GENERATED,
                Set.of(DataRight.HOLD, DataRight.USE, DataRight.OPERATE),
                Grade.GENERAL,
                true,
                List.of(
                        new FieldDescription("member_id", "STRING", "会员号", true),
                        new FieldDescription("mobile", "STRING", "手机号", true),
                        new FieldDescription("tier", "STRING", "等级", false),
                        new FieldDescription("flights_12m", "INTEGER", "近一年飞行次数", false)),
                "marketing only");
    }

    public NewListing offer(DataProduct product) {
        return new NewListing(
                product.id(),
                List.of(new PlanOffer(units + " runs", units, Money.cny("5000.00"), 365)),
                new UsageTerms(
                        List.of("mpc/psi"),
                        List.of("marketing"),
                        List.of("mobile"),
                        List.of("tier", "flights_12m"),
                        List.of(),
                        20,
                        exchange.clock().instant().plus(Duration.ofDays(100))),
                pricing);
    }

    /// What the airline offers if it may receive results as well: of its own rows, these columns.
    public NewListing offer(DataProduct product, List<String> tasks, List<String> providerColumns) {
        NewListing plain = offer(product);
        UsageTerms terms = plain.terms();
        return new NewListing(
                plain.productId(),
                plain.plans(),
                new UsageTerms(
                        tasks,
                        terms.purposes(),
                        terms.joinColumns(),
                        terms.filterColumns(),
                        terms.resultColumns(),
                        terms.minimumResultSize(),
                        terms.offeredUntil(),
                        Optional.empty(),
                        Map.of(),
                        providerColumns));
    }

    public Listing listing() {
        return exchange.bean(CatalogService.class).list(airline, offer(product()));
    }

    public Quote quote(Listing listing) {
        return exchange.bean(OrderService.class)
                .quote(bank, new QuoteRequest(listing.id(), listing.plans().getFirst().id()));
    }

    public Order order() {
        return order(listing());
    }

    public Order order(Listing listing) {
        Quote quote = quote(listing);
        exchange.bean(WalletService.class).topUp(bank, Money.cny("6000.00"));
        return exchange.bean(OrderService.class).place(bank, quote.id());
    }

    public ContractRequest wish(Order order) {
        return wish(order, Duration.ofDays(90));
    }

    private ContractRequest wish(Order order, Duration term) {
        return new ContractRequest(
                order.id(),
                List.of("marketing"),
                exchange.clock().instant().plus(term),
                20,
                bankNode.id());
    }

    /// A signed contract of the order that ends soon.
    public Contract contract(Order order, Duration term) {
        return signed(exchange.bean(ContractService.class).draft(bank, wish(order, term)));
    }

    /// A signed contract of use that is paid as it comes.
    public Contract payAsYouGo(Money cap) {
        return payAsYouGo(new PayAsYouGoWish(cap, Optional.empty()));
    }

    public Contract payAsYouGo(PayAsYouGoWish wish) {
        OrderService orders = exchange.bean(OrderService.class);
        Quote quote =
                orders.quote(
                        bank,
                        new QuoteRequest(listing().id(), Optional.empty(), Optional.of(wish)));
        exchange.bean(WalletService.class).topUp(bank, wish.cap());
        Order order = orders.place(bank, quote.id());
        return signed(exchange.bean(ContractService.class).draft(bank, wish(order)));
    }

    public Contract draft() {
        return exchange.bean(ContractService.class).draft(bank, wish(order()));
    }

    /// A contract that both nodes have signed.
    public Contract contract() {
        return signed(draft());
    }

    /// The contract, signed by both nodes.
    public Contract signed(Contract contract) {
        ContractService contracts = exchange.bean(ContractService.class);
        contracts.sign(bank, contract.id());
        contracts.sign(airline, contract.id());
        exchange.settle();
        Contract signed = contracts.find(bank, contract.id());
        if (signed.state() != ContractState.ACTIVE) {
            throw new IllegalStateException("not signed: " + signed.signatures());
        }
        return signed;
    }

    public JobRequest request(Contract contract) {
        return new JobRequest(
                contract.id(),
                "mpc/psi",
                "marketing",
                new OwnInput("customers", List.of("mobile"), List.of("customer_id"), List.of()),
                new OtherInput(
                        List.of("mobile"),
                        List.of(
                                new Condition(
                                        "tier",
                                        Condition.Operator.IN,
                                        List.of("GOLD", "PLATINUM")))));
    }

    public Job start(Contract contract) {
        return exchange.bean(JobService.class).start(bank, request(contract));
    }

    public Job find(Job job) {
        return exchange.bean(JobService.class).find(bank, job.id());
    }

    /// Lets the nodes answer what lies in their mailboxes, and nobody else do anything.
    public void answerAll() {
        airlineNode.work();
        bankNode.work();
        computeNode.work();
    }
}
