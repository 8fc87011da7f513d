package io.databourse.sandbox.room;

import java.util.Locale;

/// One thing that a script wants to let out.
///
/// @param name without an ending; letters, digits and `_.-` only, so that it is never a path
@SuppressWarnings("ArrayRecordComponent") // a carrier; nobody compares two outputs
public record Output(Kind kind, String name, byte[] content) {

    /// What may leave a room at all. Anything that a program could be hidden in, such as a pickle,
    /// an archive or a notebook, is none of these.
    public enum Kind {
        /// CSV with a header, UTF-8.
        TABLE("csv"),
        /// Written anew from what was parsed.
        JSON("json"),
        /// UTF-8 without control characters.
        TEXT("txt"),
        /// Without its text and metadata chunks.
        PNG("png");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// As a file is named.
    public String fileName() {
        return name + "." + kind.ending;
    }
}
