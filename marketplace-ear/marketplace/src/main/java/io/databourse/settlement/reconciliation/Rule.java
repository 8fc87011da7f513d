package io.databourse.settlement.reconciliation;

import java.util.List;
import java.util.function.Supplier;

/// One rule that holds always.
///
/// @param broken asks for whatever breaks it
/// @param detail says what is wrong then
record Rule(TicketKind kind, Supplier<List<String>> broken, String detail) {
    List<Difference> check() {
        return broken.get().stream().map(subject -> new Difference(kind, subject, detail)).toList();
    }
}
