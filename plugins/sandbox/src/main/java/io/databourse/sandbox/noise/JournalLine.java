package io.databourse.sandbox.noise;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One debit as text: `release numerator/denominator hash`.
record JournalLine(String release, Epsilon amount, String hash) {
    /// In bytes, with its end.
    static final int LONGEST = 300;

    private static final Pattern SHAPE =
            Pattern.compile("([A-Za-z0-9_.:-]{1,100}) (\\d+/[1-9]\\d*) ([0-9a-f]{64})");

    /// The hash before the first line: it binds the file to its data set and buyer.
    static String start(BudgetKey key) {
        return sha256(key.dataSet().length() + ":" + key.dataSet() + key.buyer());
    }

    static JournalLine after(String before, String release, Epsilon amount) {
        JournalLine line =
                new JournalLine(release, amount, sha256(before + " " + release + " " + amount));
        if (line.text().length() >= LONGEST) {
            throw new IllegalArgumentException("this fraction is too long for an epsilon");
        }
        return line;
    }

    /// Nothing if the line does not follow `before`.
    static Optional<JournalLine> read(String text, String before) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        JournalLine line = after(before, matcher.group(1), Epsilon.fraction(matcher.group(2)));
        return line.hash.equals(matcher.group(3)) ? Optional.of(line) : Optional.empty();
    }

    String text() {
        return release + " " + amount + " " + hash;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
