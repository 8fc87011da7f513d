package io.databourse.pricing.book;

import static io.databourse.pricing.book.Prices.exactly;
import static io.databourse.pricing.book.ReferenceCalculator.blocks;
import static io.databourse.pricing.book.ReferenceCalculator.days;
import static io.databourse.pricing.book.ReferenceCalculator.graduated;
import static io.databourse.pricing.book.ReferenceCalculator.perUnit;
import static io.databourse.pricing.book.ReferenceCalculator.share;
import static io.databourse.pricing.book.ReferenceCalculator.volume;
import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Thirty quotes, each equal to the reference calculator to the fen.
@Tag("G02")
class ReferenceQuotesTest {
    private static final String[][] LADDER = {
        {"0", "0.10", "0"}, {"1000", "0.05", "0"}, {"10000", "0.0123", "0"}
    };
    private static final String[][] WITH_FEES = {
        {"0", "0.30", "5.55"}, {"50", "0.20", "3.33"}, {"200", "0.0777", "1.11"}
    };
    private static final String[][] PERCENT = {{"0", "0.01", "200"}, {"1000", "0.02", "300"}};

    record Case(String name, PriceModel model, Consumption used, BigDecimal reference) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_quote_is_that_of_the_reference_calculator(Case each) {
        var quote = Prices.of(each.model()).explain(each.used());

        assertThat(quote.total().minor()).isEqualTo(ReferenceCalculator.fen(each.reference()));
    }

    @Test
    void there_are_thirty_cases() {
        assertThat(cases()).hasSize(30);
    }

    static List<Case> cases() {
        return Stream.of(flat(), unit(), ladders(), shares()).flatMap(List::stream).toList();
    }

    private static List<Case> flat() {
        var calls = Consumption.of(Meter.CALLS, 777);
        var monthly = new PriceModel.PerPeriod(exactly("99.99"), Proration.DAY);
        LocalDate march = LocalDate.of(2026, 3, 1);
        LocalDate april = march.plusMonths(1);
        return List.of(
                new Case("free", new PriceModel.Free(), calls, ZERO),
                new Case("one-off, unused", oneOff("500.00"), Consumption.NONE, yuan("500.00")),
                new Case("one-off, used", oneOff("0.01"), calls, yuan("0.01")),
                new Case("negotiated", agreed("123456.78"), calls, yuan("123456.78")),
                new Case("negotiated, half a fen", agreed("0.005"), calls, yuan("0.01")),
                period("a whole month", monthly, march, april, april),
                period("the first day", monthly, march, april, march.plusDays(1)),
                period("17 of 31 days", monthly, march, april, march.plusDays(17)));
    }

    private static List<Case> unit() {
        var results =
                Consumption.of(Meter.HITS, 61)
                        .plus(Consumption.of(Meter.MISSES, 29))
                        .plus(Consumption.of(Meter.ERRORS, 10));
        var byResult = new PriceModel.PerResult(exactly("0.5"), exactly("0.1"), exactly("0"));
        return List.of(
                one("a call", Meter.CALLS, 1, "0.10"),
                one("calls below a fen", Meter.CALLS, 12_345, "0.0004"),
                one("half a fen", Meter.CALLS, 5, "0.001"),
                one("rows", Meter.ROWS, 100_001, "0.00035"),
                one("one row", Meter.ROWS, 1, "0.004"),
                one("CPU-seconds", Meter.CPU_SECONDS, 3_601, "0.0333"),
                one("bytes", Meter.BYTES, 65_536, "0.000001"),
                new Case(
                        "by result", byResult, results, perUnit(61, "0.5").add(perUnit(29, "0.1"))),
                block("4,500 in thousands", 4_500, 1_000, "1"),
                block("a full block", 1_000, 1_000, "9.99"),
                block("one above", 1_001, 1_000, "9.99"));
    }

    private static List<Case> ladders() {
        return List.of(
                ladder("end of the first tier", 1_000, LADDER),
                ladder("first of the second", 1_001, LADDER),
                ladder("third tier", 15_003, LADDER),
                ladder("fees: one tier", 50, WITH_FEES),
                ladder("fees: three tiers", 201, WITH_FEES),
                allIn("volume: end of the first", 1_000, LADDER),
                allIn("volume: first of the second", 1_001, LADDER),
                allIn("volume with a fee", 333, WITH_FEES));
    }

    private static List<Case> shares() {
        var turnover = Consumption.of(Meter.TURNOVER, 1_050);
        var odd = Consumption.NONE.with(Meter.TURNOVER, exactly("333.33"));
        return List.of(
                new Case("2 % of 333.33", ofTurnover("0.02"), odd, share("333.33", "2")),
                new Case("12.5 % of 333.33", ofTurnover("0.125"), odd, share("333.33", "12.5")),
                new Case(
                        "graduated percentage",
                        Prices.graduated(Meter.TURNOVER, PERCENT),
                        turnover,
                        graduated(1_050, PERCENT)));
    }

    private static Case one(String name, Meter meter, long units, String price) {
        var model = new PriceModel.PerUnit(meter, exactly(price));
        return new Case(name, model, Consumption.of(meter, units), perUnit(units, price));
    }

    private static Case block(String name, long units, long block, String price) {
        var model = new PriceModel.PerBlock(Meter.CALLS, block, exactly(price));
        return new Case(name, model, calls(units), blocks(units, block, price));
    }

    private static Case ladder(String name, long units, String[][] ladder) {
        var model = Prices.graduated(Meter.CALLS, ladder);
        return new Case(name, model, calls(units), graduated(units, ladder));
    }

    private static Case allIn(String name, long units, String[][] ladder) {
        var model = Prices.volume(Meter.CALLS, ladder);
        return new Case(name, model, calls(units), volume(units, ladder));
    }

    private static Case period(
            String name,
            PriceModel.PerPeriod monthly,
            LocalDate start,
            LocalDate end,
            LocalDate until) {
        var period =
                new BillingPeriod(
                        start.atStartOfDay(ZoneOffset.ofHours(8)),
                        end.atStartOfDay(ZoneOffset.ofHours(8)));
        var used = period.usedBy(until.atStartOfDay(ZoneOffset.ofHours(8)), monthly.proration());
        return new Case(
                name,
                monthly,
                Consumption.NONE.with(Meter.PERIODS, used),
                days(start, end, until, "99.99"));
    }

    private static Consumption calls(long units) {
        return Consumption.of(Meter.CALLS, units);
    }

    private static PriceModel oneOff(String price) {
        return new PriceModel.OneOff(exactly(price));
    }

    private static PriceModel agreed(String price) {
        return new PriceModel.Negotiated(exactly(price), "deal-7");
    }

    private static PriceModel ofTurnover(String share) {
        return new PriceModel.PerUnit(Meter.TURNOVER, exactly(share));
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
