package io.databourse.plugin;

/// A text for people, in Chinese and in English. Neither may be blank.
public record Text(String zh, String en) {
    public Text {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text needs both languages: " + zh + " / " + en);
        }
    }
}
