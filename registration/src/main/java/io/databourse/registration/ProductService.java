package io.databourse.registration;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Json;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.crypto.Digest;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// Takes a product from its application to its certificate: 申请 → 审查 → 公示 → 核发.
@ApplicationScoped
@Transactional
public class ProductService {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// R-REG-10.
    static final int NOTICE_WORKING_DAYS = 5;

    private final RegistrationStore store;
    private final ProfileService profiles;
    private final MerchantService merchants;
    private final CertificateIssuer issuer;
    private final Event<RegistrationEvent> events;
    private final Clock clock;

    @Inject
    ProductService(
            RegistrationStore store,
            ProfileService profiles,
            MerchantService merchants,
            CertificateIssuer issuer,
            Event<RegistrationEvent> events,
            Clock clock) {
        this.store = store;
        this.profiles = profiles;
        this.merchants = merchants;
        this.issuer = issuer;
        this.events = events;
        this.clock = clock;
    }

    /// Describes a source for a start, 草稿. Only the holder sees it, and nobody checks it yet.
    public DataProduct draft(Caller caller, ProductApplication application) {
        ProductRow row = drafted(caller, application);
        store.insert(row);
        return row.toProduct();
    }

    /// Describes a draft otherwise.
    public DataProduct redraft(Caller caller, ProductId id, SpecificationSheet sheet) {
        ProductRow row = own(caller, id, ProductState.DRAFT);
        row.sheet = Json.write(sheet);
        return row.toProduct();
    }

    /// Hands a draft in for review.
    public DataProduct submit(Caller caller, ProductId id) {
        ProductRow row = own(caller, id, ProductState.DRAFT);
        return submitted(row);
    }

    /// Hands in at once.
    public DataProduct submit(Caller caller, ProductApplication application) {
        ProductRow row = drafted(caller, application);
        store.insert(row);
        return submitted(row);
    }

    private ProductRow drafted(Caller caller, ProductApplication application) {
        caller.require(Role.MERCHANT);
        Merchant holder = merchants.requireActiveOrganisation(caller);
        Profile profile = profiles.find(caller, application.profileId());
        if (profile.state() != Profile.State.DONE) {
            throw Refusal.of(
                    ErrorCode.PROFILE_NOT_READY,
                    "Profile %s is %s. %s",
                    profile.id(),
                    profile.state(),
                    profile.failure().orElse(""));
        }
        ProductRow row = new ProductRow();
        row.id = ProductId.next().value();
        row.holder = holder.id().value();
        row.holderName = holder.name();
        row.code = code(row.id);
        row.sheet = Json.write(application.sheet());
        row.nodeId = profile.nodeId().value();
        row.source = profile.source();
        row.rowCount = profile.rowCount();
        row.contentHash = profile.contentHash().orElseThrow();
        row.columns = Json.write(profile.columns());
        row.submittedAt = clock.instant();
        return row;
    }

    private DataProduct submitted(ProductRow row) {
        DataProduct draft = row.toProduct();
        SheetRules.check(draft.sheet(), draft.columns());
        row.state = ProductState.PENDING;
        row.submittedAt = clock.instant();
        events.fire(
                new RegistrationEvent.ProductSubmitted(
                        draft.id(),
                        new MerchantId(row.holder),
                        Digest.sm3(row.sheet).toString(),
                        row.contentHash,
                        row.submittedAt));
        return row.toProduct();
    }

    /// 一数一码: derived from the product's id, so it is unique without a register.
    private static String code(String id) {
        return "DP-" + id.substring(id.length() - 12).toUpperCase(Locale.ROOT);
    }

    public DataProduct startReview(Caller caller, ProductId id) {
        ProductRow row = reviewed(caller, id, ProductState.PENDING);
        row.state = ProductState.REVIEWING;
        events.fire(
                new RegistrationEvent.ReviewStarted(
                        id, new MerchantId(row.holder), clock.instant()));
        return row.toProduct();
    }

    public DataProduct decide(Caller caller, ProductId id, ReviewDecision decision) {
        ProductRow row = reviewed(caller, id, ProductState.REVIEWING);
        row.reason = decision.noticeWaiver().map(why -> "公示豁免: " + why).orElse(decision.reason());
        if (!decision.approve()) {
            row.state = ProductState.REJECTED;
            events.fire(
                    new RegistrationEvent.ProductRejected(
                            id, new MerchantId(row.holder), decision.reason(), clock.instant()));
        } else if (decision.noticeWaiver().isPresent()) {
            issue(row);
        } else {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
            row.state = ProductState.PUBLICIZING;
            row.noticeEndsOn = WorkingDays.after(today, NOTICE_WORKING_DAYS);
            events.fire(
                    new RegistrationEvent.NoticeOpened(
                            id, new MerchantId(row.holder), row.noticeEndsOn, clock.instant()));
        }
        return row.toProduct();
    }

    /// Issues the certificate after the public notice.
    public DataProduct register(Caller caller, ProductId id) {
        ProductRow row = reviewed(caller, id, ProductState.PUBLICIZING);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        if (row.noticeEndsOn != null && !today.isAfter(row.noticeEndsOn)) {
            throw Refusal.of(
                            ErrorCode.NOTICE_PERIOD_RUNNING,
                            "The notice runs through %s.",
                            row.noticeEndsOn)
                    .byRule("R-REG-10");
        }
        issue(row);
        return row.toProduct();
    }

    /// Takes the certificate back, 注销. The holder or an operator may.
    public DataProduct cancel(Caller caller, ProductId id, String reason) {
        ProductRow row = store.lockProduct(id).orElseThrow(() -> notFound(id));
        if (!caller.has(Role.OPERATOR) && !isHolder(caller, row)) {
            throw notFound(id);
        }
        requireState(row, ProductState.REGISTERED);
        row.state = ProductState.CANCELLED;
        row.reason = reason;
        String number = String.valueOf(row.certificateNumber);
        store.certificate(number).orElseThrow().cancelledAt = clock.instant();
        events.fire(
                new RegistrationEvent.ProductCancelled(
                        id, new MerchantId(row.holder), number, reason, clock.instant()));
        return row.toProduct();
    }

    /// Anybody finds what is registered; the rest only its holder, operators and regulators; a
    /// draft only its holder.
    public DataProduct find(Caller caller, ProductId id) {
        ProductRow row = store.product(id).orElseThrow(() -> notFound(id));
        boolean visible =
                row.state == ProductState.REGISTERED
                        || (caller.has(Role.OPERATOR, Role.REGULATOR)
                                && row.state != ProductState.DRAFT)
                        || isHolder(caller, row);
        if (!visible) {
            throw notFound(id);
        }
        return row.toProduct();
    }

    public Page<DataProduct> mine(Caller caller, PageRequest page) {
        return store.products(Optional.of(merchants.requireActiveOrganisation(caller).id()), page);
    }

    public Page<DataProduct> all(Caller caller, PageRequest page) {
        caller.require(Role.OPERATOR, Role.REGULATOR);
        return store.products(Optional.empty(), page);
    }

    private void issue(ProductRow row) {
        Certificate certificate = issuer.issue(row.toProduct());
        row.state = ProductState.REGISTERED;
        row.certificateNumber = certificate.number();
        events.fire(
                new RegistrationEvent.ProductRegistered(
                        new ProductId(row.id),
                        new MerchantId(row.holder),
                        certificate.number(),
                        Digest.sm3(certificate.document()).toString(),
                        clock.instant()));
    }

    private ProductRow own(Caller caller, ProductId id, ProductState expected) {
        caller.require(Role.MERCHANT);
        ProductRow row = store.lockProduct(id).orElseThrow(() -> notFound(id));
        if (!isHolder(caller, row)) {
            throw notFound(id);
        }
        requireState(row, expected);
        return row;
    }

    private ProductRow reviewed(Caller caller, ProductId id, ProductState expected) {
        caller.require(Role.OPERATOR);
        ProductRow row = store.lockProduct(id).orElseThrow(() -> notFound(id));
        if (isHolder(caller, row)) {
            throw Refusal.of(ErrorCode.SELF_REVIEW, "You belong to the holder.");
        }
        requireState(row, expected);
        return row;
    }

    private static void requireState(ProductRow row, ProductState expected) {
        if (row.state != expected) {
            throw Refusal.of(
                    ErrorCode.STATE_CONFLICT,
                    "Product %s is %s, not %s.",
                    row.id,
                    row.state,
                    expected);
        }
    }

    private boolean isHolder(Caller caller, ProductRow row) {
        return merchants
                .organisationOf(caller)
                .filter(own -> own.id().value().equals(row.holder))
                .isPresent();
    }

    private static Refusal notFound(ProductId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no product %s.", id);
    }
}
