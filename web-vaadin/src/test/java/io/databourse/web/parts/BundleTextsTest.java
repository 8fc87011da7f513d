package io.databourse.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.algorithm.AlgorithmEvent;
import io.databourse.algorithm.AlgorithmVersion;
import io.databourse.call.Role;
import io.databourse.catalog.CatalogEvent;
import io.databourse.catalog.ListingState;
import io.databourse.contract.ContractEvent;
import io.databourse.contract.ContractState;
import io.databourse.contract.PartyRole;
import io.databourse.contract.SignatureState;
import io.databourse.contract.SupplementEvent;
import io.databourse.dispatch.Condition;
import io.databourse.dispatch.JobEvent;
import io.databourse.dispatch.JobReview;
import io.databourse.dispatch.JobState;
import io.databourse.membership.MembershipEvent;
import io.databourse.membership.NodeState;
import io.databourse.merchant.MerchantEvent;
import io.databourse.merchant.MerchantState;
import io.databourse.merchant.MerchantType;
import io.databourse.metering.MeterEvent;
import io.databourse.order.OrderEvent;
import io.databourse.order.OrderState;
import io.databourse.plugin.TaskCard;
import io.databourse.pricing.book.Meter;
import io.databourse.pricing.book.Proration;
import io.databourse.pricing.value.Approach;
import io.databourse.pricing.value.QualityScore;
import io.databourse.quota.BuyerFrozenChanged;
import io.databourse.quota.QuotaEvent;
import io.databourse.registration.DataRight;
import io.databourse.registration.Grade;
import io.databourse.registration.ProductState;
import io.databourse.registration.RegistrationEvent;
import io.databourse.registration.SourceKind;
import io.databourse.registration.Verification;
import io.databourse.settlement.ChargeKind;
import io.databourse.settlement.PartnerRole;
import io.databourse.settlement.SettlementEvent;
import io.databourse.settlement.SharingEvent;
import io.databourse.settlement.Statement;
import io.databourse.settlement.StatementEvent;
import io.databourse.settlement.StatementState;
import io.databourse.settlement.dispute.DisputeEvent;
import io.databourse.settlement.dispute.DisputeState;
import io.databourse.settlement.dispute.RefundState;
import io.databourse.settlement.invoice.InvoiceEvent;
import io.databourse.settlement.invoice.InvoiceKind;
import io.databourse.settlement.invoice.InvoiceState;
import io.databourse.settlement.payout.PayoutEvent;
import io.databourse.settlement.payout.PayoutState;
import io.databourse.settlement.reconciliation.ReconciliationEvent;
import io.databourse.settlement.reconciliation.TicketKind;
import io.databourse.settlement.reconciliation.TicketState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundleTextsTest {
    private static final Pattern ASKED = Pattern.compile("Texts\\.t\\(\\s*\"([^\"]+[^.\"])\"[,)]");
    private static final Pattern LABEL =
            Pattern.compile(
                    "\\.(?:add|mono|column|number|ordered)\\(\\s*\"([a-z][A-Za-z]*\\.[A-Za-z.]+)#?\"");

    private static final List<Class<? extends Enum<?>>> SHOWN =
            List.of(
                    Role.class,
                    MerchantType.class,
                    MerchantState.class,
                    NodeState.class,
                    ProductState.class,
                    DataRight.class,
                    SourceKind.class,
                    Grade.class,
                    Verification.Result.class,
                    ListingState.class,
                    OrderState.class,
                    ContractState.class,
                    SignatureState.class,
                    PartyRole.class,
                    JobState.class,
                    Condition.Operator.class,
                    Statement.Side.class,
                    StatementState.class,
                    ChargeKind.class,
                    PayoutState.class,
                    DisputeState.class,
                    RefundState.class,
                    TicketState.class,
                    TicketKind.class,
                    Meter.class,
                    Proration.class,
                    Approach.class,
                    QualityScore.Dimension.class,
                    PartnerRole.class,
                    InvoiceKind.class,
                    InvoiceState.class,
                    TaskCard.Deployment.class);

    /// What stands in the evidence log, by stage.
    private static final Map<String, List<Class<?>>> EVENTS =
            Map.ofEntries(
                    Map.entry("merchant", List.of(MerchantEvent.class)),
                    Map.entry("membership", List.of(MembershipEvent.class)),
                    Map.entry("registration", List.of(RegistrationEvent.class)),
                    Map.entry("catalog", List.of(CatalogEvent.class)),
                    Map.entry("order", List.of(OrderEvent.class)),
                    Map.entry("contract", List.of(ContractEvent.class)),
                    Map.entry("supplement", List.of(SupplementEvent.class)),
                    Map.entry("quota", List.of(QuotaEvent.class, BuyerFrozenChanged.class)),
                    Map.entry("algorithm", List.of(AlgorithmEvent.class)),
                    Map.entry("dispatch", List.of(JobEvent.class)),
                    Map.entry("metering", List.of(MeterEvent.class)),
                    Map.entry(
                            "settlement",
                            List.of(
                                    SettlementEvent.class,
                                    SharingEvent.class,
                                    StatementEvent.class,
                                    DisputeEvent.class,
                                    PayoutEvent.class,
                                    ReconciliationEvent.class,
                                    InvoiceEvent.class)));

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(keys(Language.EN)).isEqualTo(keys(Language.ZH));
    }

    @Test
    void both_languages_take_the_same_values() {
        for (String key : keys(Language.ZH)) {
            assertThat(values(Language.EN, key)).as(key).isEqualTo(values(Language.ZH, key));
        }
    }

    @Test
    void no_text_is_blank() {
        for (Language language : Language.values()) {
            var bundle = BundleTexts.bundle(BundleTexts.BUNDLE, language);
            assertThat(keys(language))
                    .allSatisfy(key -> assertThat(bundle.getString(key)).isNotBlank());
        }
    }

    @Test
    void every_state_has_words() {
        List<String> wanted =
                SHOWN.stream()
                        .flatMap(type ->
                                Arrays.stream(type.getEnumConstants())
                                        .map(each -> type.getSimpleName() + "." + each.name()))
                        .toList();
        assertThat(keys(Language.ZH)).containsAll(wanted);
    }

    @Test
    void every_state_of_a_room_says_what_happens_next() {
        List<String> wanted = new ArrayList<>();
        for (JobState state : JobState.values()) {
            wanted.add("job.next." + state);
        }
        wanted.addAll(List.of("job.next.REQUESTED.dry", "job.next.DELIVERED.dry"));
        for (JobReview.State state : JobReview.State.values()) {
            wanted.addAll(List.of("reviewState." + state, "review.hint." + state));
        }
        for (AlgorithmVersion.VersionState state : AlgorithmVersion.VersionState.values()) {
            wanted.addAll(List.of("algorithmState." + state, "algorithm.next." + state));
        }
        assertThat(keys(Language.ZH)).containsAll(wanted);
    }

    @Test
    void every_stage_and_event_of_the_evidence_log_has_words() {
        List<String> wanted = new ArrayList<>();
        EVENTS.forEach((stage, kinds) -> {
            wanted.add("stage." + stage);
            kinds.stream()
                    .flatMap(kind ->
                            kind.isSealed()
                                    ? Arrays.stream(kind.getPermittedSubclasses())
                                    : Stream.of(kind))
                    .map(event -> "event." + stage + "." + event.getSimpleName())
                    .forEach(wanted::add);
        });
        assertThat(keys(Language.ZH)).containsAll(wanted);
    }

    @Test
    void every_rule_of_the_books_has_words() {
        assertThat(keys(Language.ZH))
                .containsAll(
                        Arrays.stream(TicketKind.values())
                                .map(TicketKind::name)
                                .filter(kind -> kind.matches("I\\d+_.*"))
                                .map(kind -> "rule." + kind)
                                .toList());
    }

    @Test
    void every_text_that_the_pages_ask_for_exists() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<String> asked =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(BundleTextsTest::read)
                            .flatMap(source ->
                                    Stream.concat(
                                            ASKED.matcher(source).results(),
                                            LABEL.matcher(source).results()))
                            .map((MatchResult match) -> match.group(1))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(asked).hasSizeGreaterThan(100);
            assertThat(keys(Language.ZH)).containsAll(asked);
        }
    }

    private static int values(Language language, String key) {
        return new MessageFormat(BundleTexts.bundle(BundleTexts.BUNDLE, language).getString(key))
                .getFormatsByArgumentIndex()
                .length;
    }

    private static Set<String> keys(Language language) {
        return new TreeSet<>(BundleTexts.bundle(BundleTexts.BUNDLE, language).keySet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
