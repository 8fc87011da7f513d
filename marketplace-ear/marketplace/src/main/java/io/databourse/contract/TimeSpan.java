package io.databourse.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The time that data is about, as far as a sheet says it in a form that can be told for sure: two
/// years, months or days, such as `2025-11/2026-10`.
final class TimeSpan {
    private static final String DATE = "(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?";
    private static final Pattern FORM = Pattern.compile(DATE + "\\s*(?:/|-|–|—|~|至)\\s*" + DATE);
    private static final String[] NAMES = {
        "from.year", "from.month", "from.day", "to.year", "to.month", "to.day"
    };

    private TimeSpan() {}

    /// The blanks of the form that it fills; what is not said stays struck out.
    static Map<String, String> blanks(String text) {
        Map<String, String> blanks = new HashMap<>();
        Matcher parts = FORM.matcher(text.strip());
        if (parts.matches()) {
            for (int i = 0; i < NAMES.length; i++) {
                String part = parts.group(i + 1);
                if (part != null) {
                    blanks.put("span." + NAMES[i], Integer.toString(Integer.parseInt(part)));
                }
            }
        }
        return blanks;
    }
}
