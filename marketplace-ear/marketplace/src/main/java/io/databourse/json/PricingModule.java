package io.databourse.json;

import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.databourse.pricing.book.PriceStep;
import io.databourse.pricing.book.PriceText;

/// A step of a price is its line of text, such as `per-unit CALLS 0.1`.
final class PricingModule extends SimpleModule {
    PricingModule() {
        super("pricing");
        addSerializer(PriceStep.class, new StdDelegatingSerializer(PriceStep.class, new ToText()));
        addDeserializer(PriceStep.class, new StdDelegatingDeserializer<>(new FromText()));
    }

    private static final class ToText extends StdConverter<PriceStep, String> {
        @Override
        public String convert(PriceStep step) {
            return PriceText.write(step);
        }
    }

    private static final class FromText extends StdConverter<String, PriceStep> {
        @Override
        public PriceStep convert(String line) {
            return PriceText.read(line);
        }
    }
}
