package io.databourse.pricing.book;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A price version as text that has one form only: a line a step, numbers as fractions in lowest
/// terms. The hash is taken over it.
final class CanonicalText {
    private CanonicalText() {}

    static String of(PriceVersion version) {
        String head =
                "databourse-price 1\nversion %d\nfrom %s\ncurrency %s\n"
                        .formatted(version.number(), version.effectiveFrom(), version.currency());
        return version.steps().stream()
                .map(step -> line(step) + "\n")
                .collect(joining("", head, ""));
    }

    static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has SHA-256", e);
        }
    }

    private static String line(PriceStep step) {
        return switch (step) {
            case PriceStep.FreeUnits(var meter, var units) -> words("free-units", meter, units);
            case PriceStep.Charge(var model) -> line(model);
            case PriceStep.Discount(var share) -> words("discount", share);
            case PriceStep.Minimum(var amount) -> words("minimum", amount);
            case PriceStep.Cap(var amount) -> words("cap", amount);
        };
    }

    private static String line(PriceModel model) {
        return switch (model) {
            case PriceModel.Free() -> "free";
            case PriceModel.OneOff(var price) -> words("one-off", price);
            case PriceModel.Negotiated(var price, var deal) -> words("negotiated", price, deal);
            case PriceModel.PerPeriod(var price, var parts) -> words("per-period", price, parts);
            case PriceModel.PerUnit(var meter, var price) -> words("per-unit", meter, price);
            case PriceModel.PerResult(var hit, var miss, var error) ->
                    words("per-result", hit, miss, error);
            case PriceModel.PerBlock(var meter, var block, var price) ->
                    words("per-block", meter, block, price);
            case PriceModel.Graduated(var meter, var tiers) -> ladder("graduated", meter, tiers);
            case PriceModel.Volume(var meter, var tiers) -> ladder("volume", meter, tiers);
        };
    }

    private static String ladder(String word, Meter meter, List<Tier> tiers) {
        return tiers.stream()
                .map(tier -> words(">" + tier.above(), tier.unit(), tier.flat()))
                .collect(joining(" ", words(word, meter) + " ", ""));
    }

    private static String words(Object... parts) {
        return List.of(parts).stream().map(Object::toString).collect(joining(" "));
    }
}
