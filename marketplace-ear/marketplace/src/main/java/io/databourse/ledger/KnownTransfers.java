package io.databourse.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the keys of a batch stand for: those that are stored, and those that the batch has met.
final class KnownTransfers {
    private static final String STORED =
            "select request_key, id, reason, subject_id, two_phase or reverses is not null"
                    + " from ledger_transfer where request_key = any(?)";
    private static final String LEGS =
            "select transfer_id, debit_account, credit_account, amount from ledger_leg"
                    + " where transfer_id = any(?) order by transfer_id, position";

    private final Map<String, Content> stored = new HashMap<>();
    private final Map<String, TransferRequest> met = new HashMap<>();

    /// @param otherwise whether it was asked for in another way than to be posted at once
    private record Content(String reason, String subjectId, boolean otherwise, List<Move> moves) {
        boolean isOf(TransferRequest request) {
            return !otherwise
                    && reason.equals(request.reason())
                    && subjectId.equals(request.subjectId())
                    && moves.equals(TransferBook.moves(request));
        }
    }

    static KnownTransfers of(Connection connection, List<TransferRequest> requests)
            throws SQLException {
        KnownTransfers known = new KnownTransfers();
        Map<String, List<Move>> moves = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(STORED)) {
            Object[] keys = requests.stream().map(TransferRequest::key).toArray();
            query.setArray(1, connection.createArrayOf("text", keys));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    List<Move> legs = new ArrayList<>();
                    moves.put(rows.getString(2), legs);
                    known.stored.put(
                            rows.getString(1),
                            new Content(
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getBoolean(5),
                                    legs));
                }
            }
        }
        // Seldom: only what is asked for again has its legs compared.
        if (!moves.isEmpty()) {
            readLegs(connection, moves);
        }
        return known;
    }

    private static void readLegs(Connection connection, Map<String, List<Move>> moves)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LEGS)) {
            query.setArray(1, connection.createArrayOf("text", moves.keySet().toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    moves.getOrDefault(rows.getString(1), List.of())
                            .add(new Move(rows.getString(2), rows.getString(3), rows.getLong(4)));
                }
            }
        }
    }

    /// What becomes of the request because its key is known; nothing if it is not.
    Optional<BatchOutcome> answer(TransferRequest request) {
        TransferRequest first = met.get(request.key());
        Content content = stored.get(request.key());
        if (first == null && content == null) {
            return Optional.empty();
        }
        boolean same = content == null ? request.equals(first) : content.isOf(request);
        return Optional.of(same ? BatchOutcome.REPLAYED : BatchOutcome.KEY_REUSED);
    }

    void posted(TransferRequest request) {
        met.put(request.key(), request);
    }
}
