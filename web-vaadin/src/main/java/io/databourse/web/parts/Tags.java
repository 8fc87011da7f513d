package io.databourse.web.parts;

import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.Set;

/// Small coloured labels. The colour repeats what the word says, it never says more.
public final class Tags {
    private static final Set<String> GOOD =
            Set.of(
                    "ACTIVE",
                    "REGISTERED",
                    "VALID",
                    "SIGNED",
                    "DELIVERED",
                    "CONTRACTED",
                    "LISTED",
                    "POSTED",
                    "DONE",
                    "COMPLETED",
                    "APPROVED",
                    "CLOSED",
                    "PAID",
                    "RESOLVED",
                    "UPHELD",
                    "ISSUED",
                    "RELEASED");
    private static final Set<String> BAD =
            Set.of(
                    "REJECTED",
                    "DECLINED",
                    "REVOKED",
                    "CANCELLED",
                    "REFUSED",
                    "FAILED",
                    "BAD_SIGNATURE",
                    "UNKNOWN",
                    "TERMINATED",
                    "EXPIRED",
                    "ERROR",
                    "DEPRECATED");
    private static final Set<String> WAITING =
            Set.of(
                    "APPLIED",
                    "PENDING",
                    "INVITED",
                    "REVIEWING",
                    "PUBLICIZING",
                    "AWAITING_SIGNATURES",
                    "SIGNING",
                    "REQUESTED",
                    "PLACED",
                    "AMENDED",
                    "ASKED",
                    "OPEN",
                    "DRAFT",
                    "PROPOSED",
                    "READY",
                    "SENDING",
                    "SUBMITTED");

    private Tags() {}

    /// A state in words, coloured by its name.
    public static Span state(Enum<?> state) {
        Span tag = plain(Texts.of(state));
        tag.getElement().setAttribute("data-state", state.name());
        tone(state.name()).ifPresent(tag::addClassName);
        return tag;
    }

    /// A state that is told by a code, such as a node's.
    public static Span code(String prefix, String code) {
        Span tag = plain(Texts.ofCode(prefix, code));
        tag.getElement().setAttribute("data-state", code);
        tone(code).ifPresent(tag::addClassName);
        return tag;
    }

    public static Span plain(String text) {
        return Blocks.text("tag", text);
    }

    public static Span accent(String text) {
        return Blocks.text("tag acc", text);
    }

    public static Span good(String text) {
        return Blocks.text("tag good", text);
    }

    public static Span warn(String text) {
        return Blocks.text("tag warn", text);
    }

    public static Span bad(String text) {
        return Blocks.text("tag bad", text);
    }

    private static Optional<String> tone(String name) {
        if (GOOD.contains(name)) {
            return Optional.of("good");
        }
        if (BAD.contains(name)) {
            return Optional.of("bad");
        }
        return Optional.of(WAITING.contains(name) ? "warn" : "acc");
    }
}
