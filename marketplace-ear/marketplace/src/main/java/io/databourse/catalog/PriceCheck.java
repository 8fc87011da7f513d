package io.databourse.catalog;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.pricing.book.Arbitrage;
import io.databourse.pricing.book.Consumption;
import io.databourse.pricing.book.ExplainedLine;
import io.databourse.pricing.book.Explanation;
import io.databourse.pricing.book.Offer;
import io.databourse.pricing.book.PriceVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a merchant should know before offering a price.
///
/// @param warnings cheaper ways to buy as much, 套利
/// @param total what the asked use would cost; with the steps that lead to it
public record PriceCheck(
        List<Warning> warnings, Optional<Money> total, List<ExplainedLine> explanation) {
    public PriceCheck {
        warnings = List.copyOf(warnings);
        explanation = List.copyOf(explanation);
    }

    /// A finding of [Arbitrage] in words.
    public record Warning(Arbitrage.Kind kind, String zh, String en) {
        static Warning of(Arbitrage.Finding finding) {
            return new Warning(finding.kind(), finding.zh(), finding.en());
        }
    }

    /// @throws IllegalArgumentException if the steps are no price
    static PriceCheck of(PriceCheckRequest request) {
        List<Arbitrage.Finding> findings = new ArrayList<>(Arbitrage.check(offers(request)));
        if (request.steps().isEmpty()) {
            return new PriceCheck(warnings(findings), Optional.empty(), List.of());
        }
        var price = new PriceVersion(1, Instant.EPOCH, CurrencyCode.CNY, request.steps());
        price.meters().forEach(meter -> findings.addAll(Arbitrage.check(price, meter)));
        Optional<Explanation> explained =
                request.use().map(use -> price.explain(Consumption.ofAll(use)));
        return new PriceCheck(
                warnings(findings),
                explained.map(Explanation::total),
                explained.map(ExplainedLine::of).orElse(List.of()));
    }

    private static List<Offer> offers(PriceCheckRequest request) {
        return request.plans().stream()
                .map(plan -> new Offer(plan.units(), plan.price().major()))
                .toList();
    }

    private static List<Warning> warnings(List<Arbitrage.Finding> findings) {
        return findings.stream().map(Warning::of).toList();
    }
}
