package io.databourse.mpc.key;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How one join column is made comparable. A job writes it in words with `+` between them.
///
/// @param width whether full-width and half-width forms are the same: those of the Unicode block
///   U+FF00 and the ideographic space take their compatibility form (UAX 15, NFKC)
/// @param fold whether capital and small letters are the same: each takes the small form of its
///   capital, in no particular language
public record ColumnRule(boolean width, boolean fold, Format format) {
    /// What every job did before there were rules, and does without any.
    public static final ColumnRule TEXT = new ColumnRule(false, false, Format.TEXT);

    private static final Pattern WIDTH_FORMS = Pattern.compile("[\u3000\uFF00-\uFFEF]+");

    /// What a value must be.
    public enum Format {
        /// Any text, in Unicode normal form C and without white space at its ends.
        TEXT,
        /// A mobile number of mainland China, with or without 86: see [MobileNumber].
        MOBILE_CN,
        /// A citizen's number of 18 characters, GB 11643-1999: see [ResidentId].
        ID_CN
    }

    private enum Word {
        TEXT,
        WIDTH,
        CASE,
        MOBILE_CN,
        ID_CN;

        static Optional<Word> of(String written) {
            return Arrays.stream(values())
                    .filter(word -> word.written().equals(written))
                    .findFirst();
        }

        String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Reads the words. The formats stand alone, for they say everything.
    static Optional<ColumnRule> parse(String words) {
        Set<Word> read = EnumSet.noneOf(Word.class);
        for (var written : words.split("\\+", -1)) {
            var word = Word.of(written);
            if (word.isEmpty() || !read.add(word.get())) {
                return Optional.empty();
            }
        }
        boolean alone = read.size() == 1;
        if (read.contains(Word.MOBILE_CN)) {
            return alone ? Optional.of(of(Format.MOBILE_CN)) : Optional.empty();
        }
        if (read.contains(Word.ID_CN)) {
            return alone ? Optional.of(of(Format.ID_CN)) : Optional.empty();
        }
        return Optional.of(
                new ColumnRule(read.contains(Word.WIDTH), read.contains(Word.CASE), Format.TEXT));
    }

    private static ColumnRule of(Format format) {
        return new ColumnRule(true, true, format);
    }

    /// The comparable form of a text.
    public String normalise(String text) {
        var form = Normalizer.normalize(width ? foldWidth(text) : text, Normalizer.Form.NFC);
        return (fold ? foldCase(form) : form).strip();
    }

    static String foldWidth(String text) {
        return WIDTH_FORMS
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                Normalizer.normalize(found.group(), Normalizer.Form.NFKC)));
    }

    /// By way of the capital, so that ß is ss and all forms of sigma are one.
    private static String foldCase(String text) {
        return Normalizer.normalize(
                text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
