package io.databourse.node.masking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.node.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One read of a result: who saw what, and how; never a value.
///
/// @param number counted from 1
/// @param rows of a table; nothing for another file
/// @param before SHA-256 of the entry before this one, in hex
public record Read(
        long number,
        Instant at,
        String who,
        Optional<String> role,
        Seen seen,
        What what,
        OptionalLong rows,
        String before) {
    /// The columns of the list as CSV.
    public static final List<String> COLUMNS =
            List.of("number", "at", "who", "role", "seen", "door", "job", "file", "rows", "before");

    /// How somebody saw it.
    public enum Seen {
        FULL,
        MASKED,
        /// Asked for, and not given.
        WITHHELD
    }

    /// By which way.
    public enum Door {
        PAGE,
        FILE,
        API,
        /// As a reviewer, before it was let out.
        REVIEW
    }

    /// What was read.
    public record What(Door door, String job, String file) {}

    /// In the order of [#COLUMNS].
    public List<String> cells() {
        return List.of(
                Long.toString(number),
                at.toString(),
                who,
                role.orElse(""),
                seen.name(),
                what.door().name(),
                what.job(),
                what.file(),
                rows.isPresent() ? Long.toString(rows.getAsLong()) : "",
                before);
    }

    /// One line.
    String toJson() {
        ObjectNode json =
                Json.object().put("number", number).put("at", at.toString()).put("who", who);
        role.ifPresent(each -> json.put("role", each));
        json.put("seen", seen.name())
                .put("door", what.door().name())
                .put("job", what.job())
                .put("file", what.file());
        rows.ifPresent(each -> json.put("rows", each));
        return Json.write(json.put("before", before));
    }

    static Read parse(String line) {
        var json = Json.parse(line, "read");
        return new Read(
                json.number("number"),
                Instant.parse(json.text("at")),
                json.text("who"),
                json.find("role"),
                Seen.valueOf(json.text("seen")),
                new What(Door.valueOf(json.text("door")), json.text("job"), json.text("file")),
                json.has("rows") ? OptionalLong.of(json.number("rows")) : OptionalLong.empty(),
                json.text("before"));
    }
}
