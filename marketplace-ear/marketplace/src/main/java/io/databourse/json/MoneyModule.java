package io.databourse.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;

/// Money as the API writes it: a decimal string, never a number.
final class MoneyModule extends SimpleModule {
    MoneyModule() {
        super("money");
        addSerializer(Money.class, new StdDelegatingSerializer(Money.class, new ToText()));
        addDeserializer(Money.class, new StdDelegatingDeserializer<>(new FromText()));
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

    private static final class FromText extends StdConverter<MoneyText, Money> {
        @Override
        public Money convert(MoneyText text) {
            return Money.parse(text.amount(), text.currency());
        }
    }
}
