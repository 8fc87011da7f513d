package io.databourse.web.parts;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import java.util.Locale;

/// Numbers as people read them: thousands in groups, CNY with two decimals.
public final class Figures {
    private Figures() {}

    public static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public static String of(Money money) {
        String amount = money.amount();
        int point = amount.indexOf('.');
        String whole = point < 0 ? amount : amount.substring(0, point);
        String rest = point < 0 ? "" : amount.substring(point);
        boolean negative = whole.startsWith("-");
        String digits = of(Long.parseLong(negative ? whole.substring(1) : whole)) + rest;
        String sign = negative ? "−" : "";
        return money.currency() == CurrencyCode.CNY
                ? sign + "¥" + digits
                : sign + digits + " " + money.currency();
    }

    /// Bytes in the unit that keeps the number short.
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
