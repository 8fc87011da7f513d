package io.databourse.protection.mask;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Masks a column of which nobody has said what it holds: by its name and by how each value looks.
///
/// Numbers of citizens (GB 11643-1999: 17 digits and a check character) and of mobile telephones
/// keep their ends, as people compare them by these. Numbers of up to nine digits before the point,
/// dates and truth values are shown unless the column's name sounds like a person's. Every other
/// text is hidden.
final class AnyText implements CellMask {
    private static final Pattern CITIZEN = Pattern.compile("\\d{17}[\\dXx]");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LONG = Pattern.compile("\\d{10,}");
    private static final Pattern HARMLESS =
            Pattern.compile(
                    "-?(0|[1-9]\\d{0,8})(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?"
                            + "|\\d{4}-\\d\\d(-\\d\\d)?([T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?)?"
                            + "(Z|[+-]\\d\\d:\\d\\d)?|true|false");

    /// Between words of a name written in one go, such as customerId.
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final Pattern PERSONAL =
            Pattern.compile(
                    "(?i)(^|[^a-z])(id|uid|no|nr|number|code|pin|card|account|acct|phone|mobile|tel"
                            + "|telephone|birth|birthday|birthdate|dob|born|salary|wage|income|balance"
                            + "|password|passport|licen[cs]e|plate|lat|latitude|lon|lng|longitude"
                            + "|zip|postcode)s?($|[^a-z])"
                            + "|号|证件|身份|编码|出生|生日|工资|薪|收入|余额|密码|电话|手机|经度|纬度|邮编");

    private static final ColumnMask.Stars ENDS = new ColumnMask.Stars(3, 4);
    private static final ColumnMask.Stars ALL = new ColumnMask.Stars(0, 0);

    private final boolean personal;

    AnyText(String column) {
        personal = PERSONAL.matcher(HUMP.matcher(column).replaceAll("_")).find();
    }

    /// Whether the text holds a run of digits as long as somebody's number.
    static boolean isLong(String text) {
        return LONG.matcher(text).find();
    }

    @Override
    public Optional<String> mask(String value, List<String> row) {
        return Optional.of(masked(value));
    }

    String masked(String value) {
        if (CITIZEN.matcher(value).matches() || MOBILE.matcher(value).matches()) {
            return CellMasks.stars(value, ENDS);
        }
        return !personal && HARMLESS.matcher(value).matches() ? value : CellMasks.stars(value, ALL);
    }
}
