package io.databourse.dispatch;

import java.util.Optional;

/// Why a job or an attempt did not end well.
///
/// @param blame `CALLER`, `PLUGIN`, `RESOURCES` or `COUNTERPARTY` for a failure; empty for a
///   refusal
record Trouble(String code, Optional<String> blame, String detail) {
    static final String RESOURCES = "RESOURCES";
    static final String COUNTERPARTY = "COUNTERPARTY";

    static Trouble refused(String code, String detail) {
        return new Trouble(code, Optional.empty(), detail);
    }

    static Trouble resources(String code, String detail) {
        return new Trouble(code, Optional.of(RESOURCES), detail);
    }

    /// Whether another attempt may end differently.
    boolean isWorthRetrying() {
        return blame.filter(why -> why.equals(RESOURCES) || why.equals(COUNTERPARTY)).isPresent();
    }
}
