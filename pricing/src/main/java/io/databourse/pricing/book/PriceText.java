package io.databourse.pricing.book;

import static java.util.stream.Collectors.joining;

import io.databourse.money.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A step of a price as one line of text, such as `per-unit CALLS 0.1` or `graduated ROWS 0:0.01
/// 1000:0.005+20`: what people write, what is stored, what a contract holds and what is hashed.
/// Each step is written in one way only; see the user guide for all of them.
public final class PriceText {
    private static final Pattern TIER = Pattern.compile("(\\d{1,18}):([^+]+)(?:\\+(.+))?");

    private PriceText() {}

    /// @throws IllegalArgumentException with a sentence for who wrote the line
    public static PriceStep read(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        try {
            return read(words.getFirst(), words.subList(1, words.size()));
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("\"" + line + "\" has too few words", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + line + "\": " + e.getMessage(), e);
        }
    }

    public static String write(PriceStep step) {
        return switch (step) {
            case PriceStep.FreeUnits(var meter, var units) -> words("free-units", meter, units);
            case PriceStep.CallLimit(var meter, var most) -> words("at-most", meter, most);
            case PriceStep.Charge(var model) -> write(model);
            case PriceStep.Discount(var share) -> words("discount", share);
            case PriceStep.Minimum(var amount) -> words("minimum", amount);
            case PriceStep.Cap(var amount) -> words("cap", amount);
        };
    }

    private static String write(PriceModel model) {
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
            case PriceModel.Graduated(var meter, var tiers) ->
                    words("graduated", meter, ladder(tiers));
            case PriceModel.Volume(var meter, var tiers) -> words("volume", meter, ladder(tiers));
        };
    }

    private static PriceStep read(String word, List<String> rest) {
        int most =
                switch (word) {
                    case "free" -> 0;
                    case "one-off", "discount", "minimum", "cap" -> 1;
                    case "negotiated", "per-period", "per-unit", "free-units", "at-most" -> 2;
                    case "per-result", "per-block" -> 3;
                    case "graduated", "volume" -> Integer.MAX_VALUE;
                    default -> throw new IllegalArgumentException("no step begins so");
                };
        if (rest.size() > most) {
            throw new IllegalArgumentException("too many words");
        }
        return switch (word) {
            case "free-units" -> new PriceStep.FreeUnits(meter(rest), whole(rest.get(1)));
            case "at-most" -> new PriceStep.CallLimit(meter(rest), whole(rest.get(1)));
            case "discount" -> new PriceStep.Discount(Rational.parseFraction(rest.get(0)));
            case "minimum" -> new PriceStep.Minimum(Rational.parseFraction(rest.get(0)));
            case "cap" -> new PriceStep.Cap(Rational.parseFraction(rest.get(0)));
            default -> new PriceStep.Charge(model(word, rest));
        };
    }

    private static PriceModel model(String word, List<String> rest) {
        return switch (word) {
            case "free" -> new PriceModel.Free();
            case "one-off" -> new PriceModel.OneOff(Rational.parseFraction(rest.get(0)));
            case "negotiated" ->
                    new PriceModel.Negotiated(Rational.parseFraction(rest.get(0)), rest.get(1));
            case "per-period" ->
                    new PriceModel.PerPeriod(
                            Rational.parseFraction(rest.get(0)),
                            name(Proration.values(), rest.get(1)));
            case "per-unit" ->
                    new PriceModel.PerUnit(meter(rest), Rational.parseFraction(rest.get(1)));
            case "per-result" ->
                    new PriceModel.PerResult(
                            Rational.parseFraction(rest.get(0)),
                            Rational.parseFraction(rest.get(1)),
                            Rational.parseFraction(rest.get(2)));
            case "per-block" ->
                    new PriceModel.PerBlock(
                            meter(rest), whole(rest.get(1)), Rational.parseFraction(rest.get(2)));
            case "graduated" -> new PriceModel.Graduated(meter(rest), tiers(rest));
            case "volume" -> new PriceModel.Volume(meter(rest), tiers(rest));
            default -> throw new IllegalArgumentException("no step begins so");
        };
    }

    private static Meter meter(List<String> words) {
        return name(Meter.values(), words.getFirst());
    }

    private static <E extends Enum<E>> E name(E[] all, String wanted) {
        return Stream.of(all)
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                wanted + " is none of " + Arrays.toString(all)));
    }

    private static List<Tier> tiers(List<String> words) {
        return words.stream().skip(1).map(PriceText::tier).toList();
    }

    private static Tier tier(String text) {
        Matcher parts = TIER.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    text + " is no tier such as 1000:0.05 or 1000:0.05+20");
        }
        Rational flat =
                parts.group(3) == null ? Rational.ZERO : Rational.parseFraction(parts.group(3));
        return new Tier(whole(parts.group(1)), Rational.parseFraction(parts.group(2)), flat);
    }

    private static String ladder(List<Tier> tiers) {
        return tiers.stream()
                .map(tier ->
                        tier.above()
                                + ":"
                                + text(tier.unit())
                                + (tier.flat().signum() == 0 ? "" : "+" + text(tier.flat())))
                .collect(joining(" "));
    }

    private static long whole(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException(text + " is no whole number");
        }
        return Long.parseLong(text);
    }

    private static String words(Object... parts) {
        return Stream.of(parts)
                .map(part -> part instanceof Rational number ? text(number) : part.toString())
                .collect(joining(" "));
    }

    /// A decimal if it has an end, else a fraction.
    static String text(Rational number) {
        BigInteger left = number.denominator();
        for (BigInteger prime : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
            while (left.mod(prime).signum() == 0) {
                left = left.divide(prime);
            }
        }
        return left.equals(BigInteger.ONE)
                ? new BigDecimal(number.numerator())
                        .divide(new BigDecimal(number.denominator()))
                        .stripTrailingZeros()
                        .toPlainString()
                : number.toString();
    }
}
