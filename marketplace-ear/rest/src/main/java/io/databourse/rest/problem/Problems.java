package io.databourse.rest.problem;

import java.util.List;
import java.util.Locale;

/// Puts findings into the caller's words.
final class Problems {
    private Problems() {}

    static Problem render(Finding finding, List<Locale> wanted, String path) {
        var language = Language.of(wanted);
        return new Problem(
                "urn:databourse:problem:"
                        + finding.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                ProblemTexts.title(finding.code().name(), language),
                finding.status(),
                finding.detail(),
                finding.code().name(),
                finding.incident().map(number -> "urn:uuid:" + number).orElse(path),
                finding.errors(),
                finding.rule(),
                ProblemTexts.help(finding.code().name(), language));
    }
}
