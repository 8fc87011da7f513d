package io.databourse.node.contract;

import io.databourse.crypto.Digest;
import io.databourse.node.Json;
import io.databourse.node.source.Condition;
import io.databourse.node.source.Selection;
import java.nio.charset.StandardCharsets;

/// The part of a job that one data party alone sees: which of its columns and rows are used. The
/// others know its salted hash.
public record Section(String party, String source, Selection selection) {

    /// Reads the exact text.
    ///
    /// @throws IllegalArgumentException if it is not a section
    public static Section parse(String text) {
        var json = Json.parse(text, "section");
        return new Section(
                json.text("party"),
                json.text("source"),
                new Selection(
                        json.texts("joinColumns"),
                        json.texts("resultColumns"),
                        json.list(
                                "conditions",
                                each ->
                                        new Condition(
                                                each.text("column"),
                                                Condition.Operator.valueOf(each.text("operator")),
                                                each.texts("values")))));
    }

    /// SM3 over the salt's and then the text's UTF-8 bytes.
    public static String hash(String salt, String text) {
        return Digest.sm3(
                        salt.getBytes(StandardCharsets.UTF_8),
                        text.getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
