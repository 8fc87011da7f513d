package io.databourse.mpc;

import io.databourse.plugin.Parameters;
import io.databourse.plugin.Text;
import java.util.Optional;

/// A parameter that is a whole number from 0.
///
/// @param usual what holds where it is not given
public record WholeParameter(
        String name, long least, long most, long usual, Text title, Text description)
        implements TaskParameter {
    /// See [Parameters#MINIMUM_RESULT_SIZE].
    public static final WholeParameter MINIMUM_RESULT_SIZE =
            new WholeParameter(
                    Parameters.MINIMUM_RESULT_SIZE,
                    0,
                    999_999_999_999_999_999L,
                    0,
                    new Text("最小结果数", "Minimum result size"),
                    new Text(
                            "交集中的标识数少于此数时不给出结果。",
                            "No result is given if fewer identifiers match."));

    public long in(Parameters parameters) {
        return parameters.whole(name).orElse(usual);
    }

    @Override
    public Optional<Text> objection(Parameters parameters) {
        return isFine(parameters)
                ? Optional.empty()
                : Optional.of(
                        new Text(
                                "%s须为 %d 至 %d 的整数".formatted(title.zh(), least, most),
                                "%s is a whole number from %d to %d"
                                        .formatted(title.en(), least, most)));
    }

    private boolean isFine(Parameters parameters) {
        if (!parameters.has(name)) {
            return true;
        }
        long value = parameters.whole(name).orElse(-1);
        return value >= least && value <= most;
    }

    @Override
    public String property() {
        return """
        "%s": {
          "type": "string",
          "pattern": "^[0-9]{1,18}$",
          "default": "%d",
          "title": "%s / %s",
          "description": "%s %s"
        }\
        """
                .formatted(name, usual, title.zh(), title.en(), description.zh(), description.en());
    }
}
