package io.databourse.algorithm;

import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A wish to register a version of an algorithm. Its text never changes again.
///
/// @param language `python`, `r` or `sql`
/// @param text the script, at most 64 KB as UTF-8
public record NewVersion(String version, String language, String text) {
    static final int MOST_BYTES = 64 * 1024;

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void check() {
        List<FieldError> errors = new ArrayList<>();
        if (!version.matches("[0-9A-Za-z][0-9A-Za-z.-]{0,31}")) {
            errors.add(new FieldError("/version", version, "such as 1.0.0"));
        }
        if (!language.matches("python|r|sql")) {
            errors.add(new FieldError("/language", language, "python, r or sql"));
        }
        if (text.isBlank() || bytes().length > MOST_BYTES) {
            errors.add(new FieldError("/text", bytes().length + " bytes", "1 to " + MOST_BYTES));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }
}
