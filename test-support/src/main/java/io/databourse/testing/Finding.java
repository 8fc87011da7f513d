package io.databourse.testing;

import java.util.regex.Pattern;

/// One line of `target/capabilities.tsv`: a test, what became of it, and the row it decides.
///
/// @param row id of the capability, or "-" for a test that decides none
record Finding(String row, String test, Verdict verdict) {

    static final String NO_ROW = "-";
    private static final Pattern ROW = Pattern.compile("[A-Z]\\d{2}");

    static boolean isRow(String tag) {
        return ROW.matcher(tag).matches();
    }

    static Finding parse(String line) {
        String[] fields = line.split("\t", 3);
        if (fields.length != 3) {
            throw new IllegalArgumentException("not three columns: " + line);
        }
        return new Finding(fields[0], fields[1], Verdict.valueOf(fields[2]));
    }

    String line() {
        return row + "\t" + test.replaceAll("\\s+", " ") + "\t" + verdict + "\n";
    }
}
