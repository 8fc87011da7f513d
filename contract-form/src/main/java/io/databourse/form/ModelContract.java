package io.databourse.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The contract for the provision of data, 数据提供合同（示范文本）, GF-2025-2615: a model text that the
/// National Data Administration and the State Administration for Market Regulation published in
/// July 2025. Its clauses stand in a resource as they were published; the text in the contract
/// model text library of the latter (htsfwb.samr.gov.cn) is decisive. Its two annexes are examples
/// and are left out.
///
/// In the resource `{{name}}` is a blank, `{{?name}}` a box to tick; those without a name are
/// always struck out or left open.
public final class ModelContract {
    public static final String CODE = "GF-2025-2615";

    /// A blank that is struck out.
    static final String NONE = "/";

    private static final String TICKED = "☑";
    private static final String OPEN = "☐";
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\??)([a-z.]*)}}");
    private static final List<Part> PARTS = parts(resource());

    private ModelContract() {}

    private sealed interface Part {
        /// As published.
        record Words(String text) implements Part {}

        record Blank(String name) implements Part {}

        record Box(String name) implements Part {}
    }

    /// The text with its blanks filled.
    ///
    /// @throws IllegalArgumentException if the form has no such blank
    public static String fill(Blanks blanks) {
        Set<String> unknown = new HashSet<>(blanks.texts().keySet());
        unknown.addAll(blanks.ticked());
        StringBuilder text = new StringBuilder();
        for (Part part : PARTS) {
            switch (part) {
                case Part.Words(var words) -> text.append(words);
                case Part.Blank(var name) -> {
                    text.append(blanks.texts().getOrDefault(name, NONE));
                    unknown.remove(name);
                }
                case Part.Box(var name) -> {
                    text.append(blanks.ticked().contains(name) ? TICKED : OPEN);
                    unknown.remove(name);
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the form has no blanks " + unknown);
        }
        return text.toString();
    }

    /// What stands in the blanks of a text, which must have each word of the form.
    ///
    /// @throws IllegalArgumentException if a clause was changed, left out or added
    public static Blanks read(String text) {
        Map<String, String> texts = new HashMap<>();
        Set<String> ticked = new HashSet<>();
        int at = 0;
        for (int i = 0; i < PARTS.size(); i++) {
            switch (PARTS.get(i)) {
                case Part.Words(var words) -> at = after(text, words, at);
                case Part.Blank(var name) -> {
                    String next = ((Part.Words) PARTS.get(i + 1)).text();
                    int end = text.indexOf(next, at);
                    require(end > at, next);
                    put(texts, name, text.substring(at, end));
                    at = end;
                }
                case Part.Box(var name) -> {
                    boolean isTicked = text.startsWith(TICKED, at);
                    require(isTicked || text.startsWith(OPEN, at), TICKED);
                    if (isTicked) {
                        ticked.add(name);
                    }
                    at++;
                }
            }
        }
        Blanks blanks = new Blanks(texts, ticked);
        // Nothing comes after it, and nothing invisible stands in it.
        require(fill(blanks).equals(text), "");
        return blanks;
    }

    private static int after(String text, String words, int at) {
        require(text.startsWith(words, at), words);
        return at + words.length();
    }

    private static void put(Map<String, String> texts, String name, String value) {
        String before = texts.putIfAbsent(name, value);
        if (before != null && !before.equals(value)) {
            throw new IllegalArgumentException("the form says two things of " + name);
        }
    }

    private static void require(boolean holds, String words) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "the text is not that of "
                            + CODE
                            + ", which has: "
                            + words.strip().lines().findFirst().orElse("nothing more"));
        }
    }

    private static List<Part> parts(String form) {
        List<Part> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Matcher place = PLACE.matcher(form);
        int at = 0;
        while (place.find()) {
            words.append(form, at, place.start());
            at = place.end();
            boolean isBox = !place.group(1).isEmpty();
            String name = place.group(2);
            if (name.isEmpty()) {
                words.append(isBox ? OPEN : NONE);
                continue;
            }
            if (!words.isEmpty()) {
                parts.add(new Part.Words(words.toString()));
                words.setLength(0);
            }
            parts.add(isBox ? new Part.Box(name) : new Part.Blank(name));
        }
        parts.add(new Part.Words(words + form.substring(at)));
        return List.copyOf(parts);
    }

    private static String resource() {
        String name = CODE + ".txt";
        try (InputStream file = ModelContract.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
