package io.databourse.web.parts;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them: thousands in groups, CNY with two decimals.
public final class Figures {
    private Figures() {}

    public static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public static String of(Money money) {
        String amount = money.amount();
        boolean negative = amount.startsWith("-");
        String digits = grouped(negative ? amount.substring(1) : amount);
        String sign = negative ? "−" : "";
        return money.currency() == CurrencyCode.CNY
                ? sign + "¥" + digits
                : sign + digits + " " + money.currency();
    }

    /// A decimal with its thousands in groups.
    ///
    /// @param decimal digits, and more behind a point; anything else is given back as it is
    public static String grouped(String decimal) {
        if (!decimal.matches("\\d{1,18}(\\.\\d+)?")) {
            return decimal;
        }
        int point = decimal.indexOf('.');
        return point < 0
                ? of(Long.parseLong(decimal))
                : of(Long.parseLong(decimal.substring(0, point))) + decimal.substring(point);
    }

    /// How many in a second: small ones with a digit behind the point.
    public static String rate(double perSecond) {
        return perSecond < 10
                ? String.format(Locale.ROOT, "%.1f", perSecond)
                : of(Math.round(perSecond));
    }

    /// A time as people say it: seconds up to two minutes, minutes up to two hours, hours.
    public static String about(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        if (seconds < 120) {
            return Texts.t("about.seconds", of(seconds));
        }
        return seconds < 7_200
                ? Texts.t("about.minutes", of(Math.round(seconds / 60.0)))
                : Texts.t("about.hours", of(Math.round(seconds / 3_600.0)));
    }

    /// Bytes in the unit that keeps the number short.
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return inTenths(bytes / 1e3) + " kB";
        }
        return bytes < 1_000_000_000
                ? inTenths(bytes / 1e6) + " MB"
                : inTenths(bytes / 1e9) + " GB";
    }

    private static String inTenths(double value) {
        String tenths = String.format(Locale.ROOT, "%.1f", value);
        return tenths.endsWith(".0") ? tenths.substring(0, tenths.length() - 2) : tenths;
    }
}
