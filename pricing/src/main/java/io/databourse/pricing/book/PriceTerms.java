package io.databourse.pricing.book;

import static io.databourse.pricing.book.PriceText.text;
import static java.util.stream.Collectors.joining;

import io.databourse.money.Rational;
import java.util.List;

/// A price as clauses of a contract, in Chinese. Numbers are exact: a fraction without end stays
/// one.
public final class PriceTerms {
    private PriceTerms() {}

    /// The steps in their order.
    public static String zh(PriceVersion version) {
        return version.steps().stream().map(PriceTerms::step).collect(joining("；"));
    }

    private static String step(PriceStep step) {
        return switch (step) {
            case PriceStep.FreeUnits(var meter, var units) ->
                    "前%d%s免费".formatted(units, meter.zh());
            case PriceStep.CallLimit(var meter, var most) ->
                    "每次调用最多%d%s".formatted(most, meter.zh());
            case PriceStep.Charge(var model) -> model(model);
            case PriceStep.Discount(var share) -> "以上合计优惠%s".formatted(percent(share));
            case PriceStep.Minimum(var amount) -> "最低消费%s元".formatted(text(amount));
            case PriceStep.Cap(var amount) -> "封顶%s元".formatted(text(amount));
        };
    }

    private static String model(PriceModel model) {
        return switch (model) {
            case PriceModel.Free() -> "免费";
            case PriceModel.OneOff(var price) -> "一次性%s元".formatted(text(price));
            case PriceModel.Negotiated(var price, var deal) ->
                    "依协议%s，%s元".formatted(deal, text(price));
            case PriceModel.PerPeriod(var price, var parts) ->
                    "每个计费周期%s元，%s".formatted(text(price), parts(parts));
            case PriceModel.PerUnit(var meter, var price) -> "每%s".formatted(priced(meter, price));
            case PriceModel.PerResult(var hit, var miss, var error) ->
                    "查得每次%s元，查无每次%s元，失败每次%s元".formatted(text(hit), text(miss), text(error));
            case PriceModel.PerBlock(var meter, var block, var price) ->
                    "每%d%s为一包，不足一包按一包计，每包%s元".formatted(block, meter.zh(), text(price));
            case PriceModel.Graduated(var meter, var tiers) ->
                    "分段累进，各段用量按各段单价：" + ladder(meter, tiers);
            case PriceModel.Volume(var meter, var tiers) ->
                    "全量阶梯，全部用量按所达档单价：" + ladder(meter, tiers);
        };
    }

    private static String ladder(Meter meter, List<Tier> tiers) {
        return tiers.stream()
                .map(tier ->
                        "超过%d%s的，每%s%s"
                                .formatted(
                                        tier.above(),
                                        meter.zh(),
                                        priced(meter, tier.unit()),
                                        tier.flat().signum() == 0
                                                ? ""
                                                : "，另加固定费用%s元".formatted(text(tier.flat()))))
                .collect(joining("，"));
    }

    private static String priced(Meter meter, Rational price) {
        return meter.zh() + text(price) + "元";
    }

    private static String parts(Proration parts) {
        return switch (parts) {
            case SECOND -> "不足一个周期的按秒折算";
            case DAY -> "不足一个周期的按已开始的天数折算";
            case NONE -> "不足一个周期的按一个周期计";
        };
    }

    private static String percent(Rational share) {
        return text(share.times(Rational.of(100))) + "%";
    }
}
