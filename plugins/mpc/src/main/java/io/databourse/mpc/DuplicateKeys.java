package io.databourse.mpc;

import io.databourse.plugin.Parameters;
import io.databourse.plugin.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a job does about rows that repeat the key of another row of the same owner. Each owner's
/// report counts them, whatever is done.
enum DuplicateKeys {
    /// A repeated key counts once, and all rows of the receiver that have it are in the result.
    ALL,
    /// A repeated key counts once, and only the receiver's first row that has it is in the result.
    FIRST,
    /// A repeated key of either owner ends the job before anything is compared.
    REFUSE;

    static final TaskParameter PARAMETER = new Choice();

    private static final String NAME = "duplicates";

    static DuplicateKeys of(Parameters parameters) {
        return read(parameters).orElse(ALL);
    }

    private static Optional<DuplicateKeys> read(Parameters parameters) {
        var written = parameters.values().getOrDefault(NAME, ALL.written());
        return Arrays.stream(values()).filter(each -> each.written().equals(written)).findFirst();
    }

    private String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static final class Choice implements TaskParameter {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Optional<Text> objection(Parameters parameters) {
            return read(parameters).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Text("须为 all、first 或 refuse", "it is all, first or refuse"));
        }

        @Override
        public String property() {
            return """
            "duplicates": {
              "type": "string",
              "enum": ["all", "first", "refuse"],
              "default": "all",
              "title": "重复标识 / Repeated keys",
              "description": "结果方标识重复的行：全部给出、只给第一行，或任一方有重复时拒绝运行。 Rows of the receiver that share a key: all are given, only the first is, or the run is refused if either owner has any."
            }\
            """;
        }
    }
}
