package io.databourse.rest.problem;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import jakarta.ws.rs.WebApplicationException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Finds out what an exception means to the caller. What nobody foresaw is logged under an incident
/// number, and the caller gets that number and nothing of the cause.
final class Diagnosis {
    private static final System.Logger LOG = System.getLogger(Diagnosis.class.getName());

    private Diagnosis() {}

    static Finding of(Throwable thrown, boolean anonymous) {
        return causes(thrown)
                .flatMap(cause -> known(cause, anonymous).stream())
                .findFirst()
                .orElseGet(() -> incident(thrown));
    }

    /// From the outside in, as servers wrap what resources throw. A wrapper that only carries a
    /// status says less than a refusal inside it.
    private static Stream<Throwable> causes(Throwable thrown) {
        var all = Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(20).toList();
        return Stream.concat(
                all.stream().filter(t -> !(t instanceof WebApplicationException)),
                all.stream().filter(WebApplicationException.class::isInstance));
    }

    private static Optional<Finding> known(Throwable thrown, boolean anonymous) {
        return switch (thrown) {
            case Refusal refusal -> Optional.of(Finding.of(refusal));
            case SQLException failure -> ofDatabase(failure);
            case WebApplicationException w when w.getResponse().getStatus() < 500 ->
                    Optional.of(ofStatus(w.getResponse().getStatus(), anonymous));
            default -> Optional.empty();
        };
    }

    /// Two commands at once, no database, or a text that it cannot hold; most are worth another
    /// try.
    private static Optional<Finding> ofDatabase(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.equals("40001") || state.equals("40P01")) {
            return Optional.of(
                    Finding.of(
                            ErrorCode.STATE_CONFLICT, "Another command changed the same thing."));
        }
        if (state.equals("23505")) {
            return Optional.of(
                    Finding.of(ErrorCode.DUPLICATE, "Another command did the same just before."));
        }
        if (state.equals("22021") || state.equals("22P05")) {
            return Optional.of(
                    Finding.of(
                            ErrorCode.MALFORMED_REQUEST,
                            "The request has a character that no text can hold, such as U+0000."));
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", e.getMessage());
            return Optional.of(Finding.of(ErrorCode.UNAVAILABLE, "The database does not answer."));
        }
        return Optional.empty();
    }

    /// RESTEasy answers 403 where a role is needed, also to a caller it does not know.
    static Finding ofStatus(int status, boolean anonymous) {
        return switch (status) {
            case 401 ->
                    Finding.of(
                            ErrorCode.UNAUTHENTICATED, "The bearer token is missing or not valid.");
            case 403 ->
                    anonymous
                            ? Finding.of(ErrorCode.UNAUTHENTICATED, "A bearer token is needed.")
                            : Finding.of(ErrorCode.FORBIDDEN, "Your roles do not allow this.");
            case 404 -> Finding.of(ErrorCode.NOT_FOUND, "There is nothing at this address.");
            case 405 -> Finding.of(ErrorCode.METHOD_NOT_ALLOWED, "This address has other methods.");
            case 406 -> Finding.of(ErrorCode.NOT_ACCEPTABLE, "Answers are application/json.");
            case 415 -> Finding.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            default -> Finding.of(ErrorCode.MALFORMED_REQUEST, "The request cannot be read.");
        };
    }

    static Finding incident(Throwable thrown) {
        var number = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Incident " + number, thrown);
        return Finding.incident(number);
    }
}
