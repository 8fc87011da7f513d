package io.databourse.form;

import java.math.BigDecimal;

/// An amount of yuan in capital numerals, 中文大写金额, by the rules for filling in bills (中国人民银行
/// 《支付结算办法》附一《正确填写票据和结算凭证的基本规定》): a run of zeros inside is one 零, an amount of whole yuan ends with
/// 整.
public final class CapitalAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

    private enum Unit {
        HUNDRED_MILLION(100_000_000L, "亿"),
        TEN_THOUSAND(10_000, "万"),
        THOUSAND(1_000, "仟"),
        HUNDRED(100, "佰"),
        TEN(10, "拾");

        private final long size;
        private final String word;

        Unit(long size, String word) {
            this.size = size;
            this.word = word;
        }
    }

    private CapitalAmount() {}

    /// @param yuan with at most two decimals, such as `5000.00`
    /// @throws ArithmeticException if it has more
    public static String of(String yuan) {
        long fen = new BigDecimal(yuan).movePointRight(2).longValueExact();
        if (fen < 0) {
            throw new IllegalArgumentException("the amount is negative: " + yuan);
        }
        long whole = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int last = (int) (fen % 10);
        if (jiao == 0 && last == 0) {
            return words(whole) + "元整";
        }
        String head = whole == 0 ? "" : words(whole) + "元";
        if (jiao > 0) {
            return head + digit(jiao) + "角" + (last > 0 ? digit(last) + "分" : "");
        }
        return head + (whole == 0 ? "" : "零") + digit(last) + "分";
    }

    private static String words(long number) {
        for (Unit unit : Unit.values()) {
            if (number >= unit.size) {
                long rest = number % unit.size;
                String zero = rest > 0 && rest < unit.size / 10 ? "零" : "";
                return words(number / unit.size) + unit.word + zero + (rest > 0 ? words(rest) : "");
            }
        }
        return digit((int) number);
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit, digit + 1);
    }
}
