package io.databourse.settlement.bill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.bill.BillCheck;
import io.databourse.bill.BillVerdict;
import io.databourse.bill.Finding;
import io.databourse.contract.ContractId;
import io.databourse.crypto.Digest;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.harness.Exchange;
import io.databourse.json.Json;
import io.databourse.metering.CallOutcome;
import io.databourse.metering.CallReport;
import io.databourse.metering.Gateway;
import io.databourse.settlement.SettlementService;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bills of real calls, checked with nothing but the file and the exchange's certificate.
class BillTest {
    private static final List<CallOutcome> OUTCOMES =
            List.of(CallOutcome.HIT, CallOutcome.MISS, CallOutcome.ERROR);

    private final Exchange exchange = Exchange.get();
    private final ExchangeKeys keys = exchange.bean(ExchangeKeys.class);
    // 5000.00 for 30 calls: no call costs whole fen.
    private final Gateway gateway = new Gateway(30);
    private final Instant now = gateway.now();
    private final LocalDate today = LocalDate.ofInstant(now, SettlementService.ZONE);

    /// Calls of two days in no order, with calls of another contract among them, and a reversal.
    @BeforeEach
    void serve() {
        ContractId other = gateway.market.contract().id();
        List<CallReport> calls = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            calls.add(gateway.call(OUTCOMES.get(i % 3), now.minus(Duration.ofDays(i % 2))));
            calls.add(gateway.call(other, CallOutcome.HIT, now));
        }
        assertThat(gateway.reportAtOnce(calls).accepted()).isEqualTo(18);
        gateway.report(List.of(gateway.call(CallOutcome.HIT), gateway.reversal(calls.getFirst())));
        gateway.report(List.of(gateway.call(CallOutcome.MISS)));
        gateway.settle();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void the_buyer_recomputes_the_whole_bill_from_the_file() {
        BillVerdict verdict = check(whole(), Optional.of(keys.signerCertificate()));

        assertThat(verdict.findings()).as("%s", verdict).allMatch(Finding::good);
        assertThat(texts(verdict))
                .anyMatch(text -> text.contains("12 receipts: calls 1 to 12"))
                .anyMatch(text -> text.contains("amounts recomputed to the fen"))
                // 6 of 9 calls cost, one of these is reversed, and two came later.
                .anyMatch(text -> text.contains("1166.66 CNY"));
    }

    @Test
    void the_root_of_the_signer_is_trust_enough_and_a_stranger_is_not() {
        assertThat(check(whole(), Optional.of(keys.signingCa().certificate())).isGood()).isTrue();
        assertThat(check(whole(), Optional.of(keys.channelCa().certificate())).isGood()).isFalse();
    }

    @Test
    void days_are_billed_for_themselves_and_add_up_to_the_whole() {
        String first = bill(today.minusDays(1), today.minusDays(1));
        String second = bill(today, today);

        assertThat(check(first).isGood()).as("%s", check(first)).isTrue();
        assertThat(check(second).isGood()).as("%s", check(second)).isTrue();
        assertThat(total(first).add(total(second))).isEqualTo(total(whole()));
    }

    @Test
    void no_byte_of_a_bill_can_be_changed() {
        byte[] file = whole().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20261121);
        for (int round = 0; round < 100; round++) {
            byte[] changed = file.clone();
            int at = random.nextInt(file.length);
            changed[at] ^= (byte) (1 << random.nextInt(7));
            String text = new String(changed, StandardCharsets.UTF_8);
            assertThat(check(text).isGood()).as("byte %d of %s", at, text).isFalse();
        }
    }

    @Test
    void a_missing_call_is_named() {
        String file = changed(bill -> ((ArrayNode) bill.at("/batches/0/calls")).remove(2));

        assertThat(bad(file))
                .anyMatch(text -> text.contains("do not lead to the signed root"))
                .anyMatch(text -> text.contains("call number 3 is missing"));
    }

    @Test
    void a_call_that_is_there_twice_is_named() {
        String file =
                changed(bill -> {
                    ArrayNode batches = (ArrayNode) bill.path("batches");
                    batches.add(batches.get(0).deepCopy());
                });

        assertThat(bad(file)).anyMatch(text -> text.contains("is there twice"));
    }

    @Test
    void a_wrong_amount_is_found_even_if_the_exchange_signs_it() {
        String file =
                resigned(bill -> {
                    ObjectNode line = (ObjectNode) bill.at("/lines/0");
                    line.put("gross", "5000.00");
                });

        assertThat(bad(file)).anyMatch(text -> text.contains("charges 5000.00 CNY; its"));
    }

    @Test
    void a_call_too_many_is_found_even_if_the_exchange_signs_it() {
        String file =
                resigned(bill -> {
                    ObjectNode use = (ObjectNode) bill.at("/lines/0/use");
                    use.put("units", use.path("units").asLong() + 1);
                });

        assertThat(bad(file)).anyMatch(text -> text.contains("its receipts are"));
    }

    @Test
    void what_is_no_bill_is_said_to_be_none() {
        assertThat(bad("")).singleElement().asString().contains("cannot be read");
        assertThat(bad("{\"type\":\"databourse/bill/2\"}"))
                .singleElement()
                .asString()
                .contains("databourse/bill/2");
        assertThat(bad("[null]")).hasSize(1);
    }

    private String whole() {
        return text(Optional.empty(), Optional.empty());
    }

    private String bill(LocalDate from, LocalDate to) {
        return text(Optional.of(from), Optional.of(to));
    }

    private String text(Optional<LocalDate> from, Optional<LocalDate> to) {
        BillService bills = exchange.bean(BillService.class);
        return Json.write(bills.bill(gateway.market.bank, gateway.contract, from, to));
    }

    private String changed(Consumer<JsonNode> change) {
        JsonNode bill = Json.tree(whole());
        change.accept(bill);
        return bill.toString();
    }

    /// With a summary that a dishonest exchange would sign.
    private String resigned(Consumer<JsonNode> change) {
        Bill honest = Json.read(changed(change), Bill.class);
        ObjectNode summary = (ObjectNode) Json.tree(honest.summary());
        String lines = String.join("\n", honest.lines().stream().map(BillLine::text).toList());
        summary.put("linesHash", Digest.sha256(lines).toString());
        BigDecimal total =
                honest.lines().stream()
                        .map(line -> new BigDecimal(line.gross()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        summary.put("total", total.toPlainString());
        return Json.write(
                new Bill(
                        honest.type(),
                        honest.contract(),
                        honest.supplements(),
                        honest.from(),
                        honest.to(),
                        honest.lines(),
                        honest.batches(),
                        summary.toString(),
                        keys.signer().signDocument(summary.toString()),
                        honest.signerCertificate()));
    }

    private static BigDecimal total(String bill) {
        String summary = Json.tree(bill).path("summary").asText();
        return new BigDecimal(Json.tree(summary).path("total").asText());
    }

    private BillVerdict check(String file) {
        return check(file, Optional.of(keys.signerCertificate()));
    }

    private static BillVerdict check(String file, Optional<X509Certificate> trusted) {
        return BillCheck.check(file, trusted);
    }

    private List<String> bad(String file) {
        return check(file).findings().stream()
                .filter(finding -> !finding.good())
                .map(Finding::text)
                .toList();
    }

    private static List<String> texts(BillVerdict verdict) {
        return verdict.findings().stream().map(Finding::text).toList();
    }
}
