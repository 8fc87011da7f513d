package io.databourse.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What stands in the blanks of a form. A blank that is not named is struck out, 「/」, and a box
/// that is not named is left open.
///
/// @param texts by the names of blanks
/// @param ticked the names of boxes
public record Blanks(Map<String, String> texts, Set<String> ticked) {
    public Blanks {
        Map<String, String> clean = new HashMap<>();
        texts.forEach((name, text) -> clean.put(name, clean(text)));
        texts = Map.copyOf(clean);
        ticked = Set.copyOf(ticked);
    }

    /// Both; where the same blank is in both, the other's.
    public Blanks with(Blanks other) {
        Map<String, String> all = new HashMap<>(texts);
        all.putAll(other.texts);
        Set<String> boxes = new HashSet<>(ticked);
        boxes.addAll(other.ticked);
        return new Blanks(all, boxes);
    }

    /// The names of the blanks and boxes of the other that have another content here.
    public Set<String> differences(Blanks other) {
        Set<String> differences = new TreeSet<>();
        other.texts.forEach((name, text) -> {
            if (!text.equals(texts.getOrDefault(name, ModelContract.NONE))) {
                differences.add(name);
            }
        });
        other.ticked.stream().filter(box -> !ticked.contains(box)).forEach(differences::add);
        return differences;
    }

    /// On one line, so that what somebody called a product cannot look like a clause, and without
    /// characters that turn the order of the others.
    private static String clean(String text) {
        String line = text.replaceAll("[\\p{Z}\\p{C}\\s]+", " ").strip();
        return line.isEmpty() ? ModelContract.NONE : line;
    }
}
