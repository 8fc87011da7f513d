package io.databourse.merchant;

import io.databourse.call.Caller;
import io.databourse.call.Decision;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Takes merchants in, 数商入驻: apply → review → active. Only an operator moves an application on.
@ApplicationScoped
@Transactional
public class MerchantService {
    private final MerchantStore store;
    private final Event<MerchantEvent> events;
    private final Clock clock;

    @Inject
    MerchantService(MerchantStore store, Event<MerchantEvent> events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /// The applicant becomes the organisation's first member.
    public Merchant apply(Caller caller, MerchantApplication application) {
        caller.require(Role.MERCHANT, Role.BUYER);
        CreditCode creditCode = creditCode(application.creditCode());
        if (application.name().isBlank() || application.name().length() > 100) {
            throw Refusal.invalid(
                    List.of(new FieldError("/name", "is missing or long", "1 to 100 characters")));
        }
        if (store.isKnown(creditCode)) {
            throw Refusal.of(ErrorCode.DUPLICATE, "%s has applied already.", creditCode.value());
        }
        boolean bound =
                store.ofMember(caller.username())
                        .filter(row -> row.state != MerchantState.REJECTED)
                        .isPresent();
        if (bound) {
            throw Refusal.of(ErrorCode.DUPLICATE, "You belong to an organisation already.");
        }
        MerchantRow row = new MerchantRow();
        MerchantId id = MerchantId.next();
        row.id = id.value();
        row.name = application.name().strip();
        row.creditCode = creditCode.value();
        row.type = application.type();
        row.contact = application.contact();
        row.appliedBy = caller.username();
        row.appliedAt = clock.instant();
        store.insert(row);
        store.addMember(caller.username(), id);
        events.fire(new MerchantEvent.Applied(id, row.name, creditCode.value(), row.appliedAt));
        return row.toMerchant();
    }

    private static CreditCode creditCode(String value) {
        try {
            return new CreditCode(value);
        } catch (IllegalArgumentException wrong) {
            String why = String.valueOf(wrong.getMessage());
            throw Refusal.of(ErrorCode.INVALID_CREDIT_CODE, "%s", why)
                    .at(new FieldError("/creditCode", why, "18 characters after GB 32100"));
        }
    }

    public Merchant startReview(Caller caller, MerchantId id) {
        MerchantRow row = reviewed(caller, id, MerchantState.APPLIED);
        row.state = MerchantState.REVIEWING;
        events.fire(new MerchantEvent.ReviewStarted(id, clock.instant()));
        return row.toMerchant();
    }

    public Merchant decide(Caller caller, MerchantId id, Decision decision) {
        MerchantRow row = reviewed(caller, id, MerchantState.REVIEWING);
        row.state = decision.approve() ? MerchantState.ACTIVE : MerchantState.REJECTED;
        row.decidedAt = clock.instant();
        row.decisionReason = decision.reason();
        events.fire(
                decision.approve()
                        ? new MerchantEvent.Activated(id, row.decidedAt)
                        : new MerchantEvent.Rejected(id, decision.reason(), row.decidedAt));
        return row.toMerchant();
    }

    /// Lets another person act for the organisation. A member or an operator may.
    public Merchant addMember(Caller caller, MerchantId id, String username) {
        MerchantRow row = store.find(id).orElseThrow(() -> notFound(id));
        if (!caller.has(Role.OPERATOR) && !isMember(caller, id)) {
            throw notFound(id);
        }
        if (username.isBlank()) {
            throw Refusal.invalid(
                    List.of(new FieldError("/username", "is missing", "a user's name")));
        }
        boolean elsewhere =
                store.ofMember(username).filter(other -> !other.id.equals(row.id)).isPresent();
        if (elsewhere) {
            throw Refusal.of(ErrorCode.DUPLICATE, "%s belongs to another organisation.", username);
        }
        store.addMember(username, id);
        return row.toMerchant();
    }

    /// Anybody finds an active merchant; the rest only its members, operators and regulators.
    public Merchant find(Caller caller, MerchantId id) {
        MerchantRow row = store.find(id).orElseThrow(() -> notFound(id));
        boolean visible =
                row.state == MerchantState.ACTIVE
                        || caller.has(Role.OPERATOR, Role.REGULATOR)
                        || isMember(caller, id);
        if (!visible) {
            throw notFound(id);
        }
        return row.toMerchant();
    }

    /// Who trades here. Public.
    public Page<Merchant> directory(PageRequest page) {
        return store.list(Optional.of(MerchantState.ACTIVE), page);
    }

    public Page<Merchant> all(Caller caller, PageRequest page) {
        caller.require(Role.OPERATOR, Role.REGULATOR);
        return store.list(Optional.empty(), page);
    }

    /// The organisation that the caller acts for, in whatever state.
    public Optional<Merchant> organisationOf(Caller caller) {
        return store.ofMember(caller.username()).map(MerchantRow::toMerchant);
    }

    public Merchant requireActiveOrganisation(Caller caller) {
        Merchant own =
                organisationOf(caller)
                        .orElseThrow(() ->
                                Refusal.of(
                                        ErrorCode.NO_ORGANISATION,
                                        "%s belongs to no organisation.",
                                        caller.username()));
        if (own.state() != MerchantState.ACTIVE) {
            throw Refusal.of(ErrorCode.NO_ORGANISATION, "%s is %s.", own.name(), own.state());
        }
        return own;
    }

    private boolean isMember(Caller caller, MerchantId id) {
        return store.ofMember(caller.username())
                .filter(own -> own.id.equals(id.value()))
                .isPresent();
    }

    private MerchantRow reviewed(Caller caller, MerchantId id, MerchantState expected) {
        caller.require(Role.OPERATOR);
        MerchantRow row = store.lock(id).orElseThrow(() -> notFound(id));
        if (row.state != expected) {
            throw Refusal.of(
                    ErrorCode.STATE_CONFLICT, "%s is %s, not %s.", row.name, row.state, expected);
        }
        return row;
    }

    private static Refusal notFound(MerchantId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no merchant %s.", id);
    }
}
