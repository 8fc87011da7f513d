package io.databourse.pricing.book;

import static io.databourse.pricing.book.Amounts.money;
import static io.databourse.pricing.book.Amounts.number;
import static io.databourse.pricing.book.Amounts.percent;

import io.databourse.money.Rational;

/// The lines of an explanation in words.
final class Sentences {
    private Sentences() {}

    static String zh(ExplainedStep step) {
        String unit = step.meter().zh();
        String term = number(step.term());
        String amount = money(step.amount());
        String total = money(step.total());
        String product =
                "%s%s × %s = %s".formatted(number(step.quantity()), unit, price(step), amount);
        return switch (step.kind()) {
            case FREE -> "免费。";
            case FREE_UNITS ->
                    "免费额度%s%s，余下%s%s计费。".formatted(term, unit, number(step.quantity()), unit);
            case CALL_LIMIT -> "每次调用最多%s%s。".formatted(term, unit);
            case ONE_OFF -> "一次性价格%s元。".formatted(amount);
            case NEGOTIATED -> "协议价格%s元。".formatted(amount);
            case UNITS -> product + "元。";
            case BLOCKS ->
                    "每%s%s为一包，不足一包按一包计：%s包 × %s = %s元。"
                            .formatted(term, unit, number(step.quantity()), price(step), amount);
            case TIER -> "超过%s%s的一档：%s元。".formatted(term, unit, product);
            case TIER_ENTRY -> "进入超过%s%s的一档，固定费用%s元。".formatted(term, unit, amount);
            case VOLUME -> "用量超过%s%s，全部按该档计：%s元。".formatted(term, unit, product);
            case DISCOUNT -> "折扣%s：%s元，余%s元。".formatted(percent(step.term()), amount, total);
            case MINIMUM ->
                    isNothing(step)
                            ? "已达到最低消费%s元。".formatted(money(step.term()))
                            : "最低消费%s元，补%s元。".formatted(money(step.term()), amount);
            case CAP ->
                    isNothing(step)
                            ? "未超过封顶%s元。".formatted(money(step.term()))
                            : "封顶%s元，减免%s元。"
                                    .formatted(money(step.term()), money(step.amount().negate()));
            case ROUNDING -> "四舍五入到分：%s元 → %s元。".formatted(money(step.term()), total);
        };
    }

    static String en(ExplainedStep step) {
        String unit = step.meter().en();
        String term = number(step.term());
        String amount = money(step.amount());
        String total = money(step.total());
        String product =
                "%s %s × %s = %s".formatted(number(step.quantity()), unit, price(step), amount);
        return switch (step.kind()) {
            case FREE -> "Free of charge.";
            case FREE_UNITS ->
                    "%s %s are free, %s are left to price."
                            .formatted(term, unit, number(step.quantity()));
            case CALL_LIMIT -> "At most %s %s a call.".formatted(term, unit);
            case ONE_OFF -> "One-off price %s.".formatted(amount);
            case NEGOTIATED -> "Agreed price %s.".formatted(amount);
            case UNITS -> product + ".";
            case BLOCKS ->
                    "Blocks of %s %s, each started one counts: %s × %s = %s."
                            .formatted(term, unit, number(step.quantity()), price(step), amount);
            case TIER -> "Tier above %s: %s.".formatted(term, product);
            case TIER_ENTRY -> "Fee for entering the tier above %s: %s.".formatted(term, amount);
            case VOLUME -> "All at the price of the tier above %s: %s.".formatted(term, product);
            case DISCOUNT ->
                    "Discount %s: %s, leaves %s.".formatted(percent(step.term()), amount, total);
            case MINIMUM ->
                    isNothing(step)
                            ? "The minimum of %s is reached.".formatted(money(step.term()))
                            : "Minimum %s: %s more.".formatted(money(step.term()), amount);
            case CAP ->
                    isNothing(step)
                            ? "The cap of %s is not reached.".formatted(money(step.term()))
                            : "Cap %s: %s less."
                                    .formatted(money(step.term()), money(step.amount().negate()));
            case ROUNDING ->
                    "Rounded half up to the fen: %s → %s.".formatted(money(step.term()), total);
        };
    }

    /// A price of turnover is a share of it.
    private static String price(ExplainedStep step) {
        return step.meter() == Meter.TURNOVER && step.kind() != ExplainedStep.Kind.BLOCKS
                ? percent(step.price())
                : money(step.price());
    }

    private static boolean isNothing(ExplainedStep step) {
        return step.amount().equals(Rational.ZERO);
    }
}
