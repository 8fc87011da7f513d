package io.databourse.call;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A command or question that the rules refuse. It is thrown across the service's border so that
/// the transaction rolls back: what is refused changes nothing.
///
/// See `docs/decisions/2026-11-21-refusals-are-exceptions-at-the-service-border.md`.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient List<FieldError> errors;
    private final transient Optional<String> rule;

    private Refusal(ErrorCode code, String detail, List<FieldError> errors, Optional<String> rule) {
        // Refusals are everyday answers: no stack trace.
        super(detail, null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.rule = rule;
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one line
    public static Refusal of(ErrorCode code, String detail, Object... arguments) {
        String text =
                arguments.length == 0 ? detail : String.format(Locale.ROOT, detail, arguments);
        return new Refusal(code, text, List.of(), Optional.empty());
    }

    /// A request with wrong fields.
    public static Refusal invalid(List<FieldError> errors) {
        String detail =
                String.join(
                        "; ", errors.stream().map(e -> e.pointer() + " " + e.problem()).toList());
        return new Refusal(ErrorCode.VALIDATION_FAILED, detail, errors, Optional.empty());
    }

    /// The same refusal, naming the rule that demands it, such as `R-REG-08`.
    public Refusal byRule(String ruleId) {
        return new Refusal(code, detail(), errors, Optional.of(ruleId));
    }

    /// The same refusal, pointing at the fields.
    public Refusal at(FieldError... fields) {
        return new Refusal(code, detail(), List.of(fields), rule);
    }

    public ErrorCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<String> rule() {
        return rule;
    }
}
