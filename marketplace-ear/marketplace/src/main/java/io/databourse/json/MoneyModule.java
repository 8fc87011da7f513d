package io.databourse.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import java.math.BigDecimal;

/// Money and exact numbers as the API writes them: strings, never numbers, which readers would
/// round.
final class MoneyModule extends SimpleModule {
    MoneyModule() {
        super("money");
        addSerializer(Money.class, new StdDelegatingSerializer(Money.class, new ToText()));
        addDeserializer(Money.class, new StdDelegatingDeserializer<>(new FromText()));
        addSerializer(Rational.class, new StdDelegatingSerializer(Rational.class, new ToNumber()));
        addDeserializer(Rational.class, new StdDelegatingDeserializer<>(new FromNumber()));
    }

    record MoneyText(String amount, CurrencyCode currency) {
        @JsonCreator
        MoneyText {}
    }

    private static final class ToText extends StdConverter<Money, MoneyText> {
        @Override
        public MoneyText convert(Money money) {
            return new MoneyText(money.amount(), money.currency());
        }
    }

    /// A fraction such as `1/6` where no decimal is exact.
    private static final class ToNumber extends StdConverter<Rational, String> {
        @Override
        public String convert(Rational value) {
            try {
                return new BigDecimal(value.numerator())
                        .divide(new BigDecimal(value.denominator()))
                        .toPlainString();
            } catch (ArithmeticException endless) {
                return value.toString();
            }
        }
    }

    private static final class FromNumber extends StdConverter<String, Rational> {
        @Override
        public Rational convert(String text) {
            return Rational.parseFraction(text);
        }
    }

    private static final class FromText extends StdConverter<MoneyText, Money> {
        @Override
        public Money convert(MoneyText text) {
            return Money.parse(text.amount(), text.currency());
        }
    }
}
