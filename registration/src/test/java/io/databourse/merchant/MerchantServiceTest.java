package io.databourse.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databourse.call.Caller;
import io.databourse.call.Decision;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.harness.SeenEvents;
import io.databourse.harness.TestClock;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MerchantServiceTest {
    private static final String CODE = "91350100M000100Y43";
    private static final Caller AIRLINE = new Caller("airline", Set.of(Role.MERCHANT));
    private static final Caller BANK = new Caller("bank", Set.of(Role.BUYER));
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR));
    private static final Caller REGULATOR = new Caller("regulator", Set.of(Role.REGULATOR));
    private static final Decision YES = new Decision(true, "");

    private final SeenEvents<MerchantEvent> events = new SeenEvents<>();
    private final MerchantService service =
            new MerchantService(new InMemoryMerchantStore(), events, new TestClock());

    private static MerchantApplication application(String creditCode) {
        return new MerchantApplication(
                "东方航空", creditCode, MerchantType.TRADER, "data@airline.example");
    }

    private static Refusal refused(ErrorCode code, Runnable call) {
        return assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .actual();
    }

    @Test
    @Tag("B02")
    void only_a_valid_code_applies_and_only_an_operator_moves_it_on() {
        refused(
                ErrorCode.INVALID_CREDIT_CODE,
                () -> service.apply(AIRLINE, application("91350100M000100Y44")));
        assertThat(service.organisationOf(AIRLINE)).isEmpty();

        MerchantId id = service.apply(AIRLINE, application(CODE)).id();
        for (Caller nobody : Set.of(AIRLINE, BANK, REGULATOR)) {
            refused(ErrorCode.FORBIDDEN, () -> service.startReview(nobody, id));
            refused(ErrorCode.FORBIDDEN, () -> service.decide(nobody, id, YES));
        }
        assertThat(service.find(AIRLINE, id).state()).isEqualTo(MerchantState.APPLIED);
        assertThat(service.startReview(OPERATOR, id).state()).isEqualTo(MerchantState.REVIEWING);
        assertThat(service.decide(OPERATOR, id, YES).state()).isEqualTo(MerchantState.ACTIVE);
        assertThat(events.seen())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Applied", "ReviewStarted", "Activated");
    }

    @Test
    void a_wrong_code_is_refused_with_the_field_and_the_wrong_character() {
        Refusal refusal =
                refused(
                        ErrorCode.INVALID_CREDIT_CODE,
                        () -> service.apply(AIRLINE, application("91350100M000100Y44")));
        assertThat(refusal.detail()).contains("character 18", "check character");
        assertThat(refusal.errors()).extracting(FieldError::pointer).containsExactly("/creditCode");
        assertThat(events.seen()).isEmpty();
    }

    @Test
    void no_state_is_skipped_and_none_is_left_twice() {
        MerchantId id = service.apply(AIRLINE, application(CODE)).id();
        refused(ErrorCode.STATE_CONFLICT, () -> service.decide(OPERATOR, id, YES));
        service.startReview(OPERATOR, id);
        refused(ErrorCode.STATE_CONFLICT, () -> service.startReview(OPERATOR, id));
        service.decide(OPERATOR, id, YES);
        refused(
                ErrorCode.STATE_CONFLICT,
                () -> service.decide(OPERATOR, id, new Decision(false, "changed my mind")));
    }

    @Test
    void one_organisation_applies_once_until_it_is_refused() {
        MerchantId id = service.apply(AIRLINE, application(CODE)).id();
        refused(ErrorCode.DUPLICATE, () -> service.apply(BANK, application(CODE)));
        service.startReview(OPERATOR, id);
        service.decide(OPERATOR, id, new Decision(false, "no licence"));
        assertThat(service.apply(AIRLINE, application(CODE)).state())
                .isEqualTo(MerchantState.APPLIED);
    }

    @Test
    void one_person_applies_for_one_organisation() {
        service.apply(AIRLINE, application(CODE));
        refused(
                ErrorCode.DUPLICATE,
                () -> service.apply(AIRLINE, application("914403001922038216")));
    }

    @Test
    void an_application_is_hidden_from_others_until_it_is_active() {
        MerchantId id = service.apply(AIRLINE, application(CODE)).id();
        refused(ErrorCode.NOT_FOUND, () -> service.find(BANK, id));
        assertThat(service.find(REGULATOR, id).name()).isEqualTo("东方航空");
        assertThat(service.directory(PageRequest.first(200)).items()).isEmpty();
        service.startReview(OPERATOR, id);
        service.decide(OPERATOR, id, YES);
        assertThat(service.find(BANK, id).state()).isEqualTo(MerchantState.ACTIVE);
        assertThat(service.directory(PageRequest.first(200)).items()).hasSize(1);
        refused(ErrorCode.FORBIDDEN, () -> service.all(BANK, PageRequest.first(200)));
    }

    @Test
    void members_take_others_in_and_strangers_do_not() {
        MerchantId id = service.apply(AIRLINE, application(CODE)).id();
        Caller admin = new Caller("airline-node", Set.of(Role.NODE_ADMIN));
        refused(ErrorCode.NOT_FOUND, () -> service.addMember(BANK, id, "bank"));
        service.addMember(AIRLINE, id, admin.username());
        assertThat(service.organisationOf(admin)).map(Merchant::id).contains(id);
        MerchantId other = service.apply(BANK, application("914403001922038216")).id();
        refused(ErrorCode.DUPLICATE, () -> service.addMember(BANK, other, admin.username()));
    }

    @Test
    void only_an_active_organisation_trades() {
        refused(ErrorCode.NO_ORGANISATION, () -> service.requireActiveOrganisation(AIRLINE));
        MerchantId id = service.apply(AIRLINE, application(CODE)).id();
        refused(ErrorCode.NO_ORGANISATION, () -> service.requireActiveOrganisation(AIRLINE));
        service.startReview(OPERATOR, id);
        service.decide(OPERATOR, id, YES);
        assertThat(service.requireActiveOrganisation(AIRLINE).id()).isEqualTo(id);
    }
}
