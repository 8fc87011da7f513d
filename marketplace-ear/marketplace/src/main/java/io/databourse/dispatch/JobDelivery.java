package io.databourse.dispatch;

import io.databourse.contract.PartyRole;
import java.util.Optional;

/// One party's copy of a result.
///
/// @param delivered whether its node has said that it has it
/// @param rows only for who reads of its own copy, as are hash and place
/// @param place where the node put it, in words
public record JobDelivery(
        PartyRole side,
        String organisation,
        boolean delivered,
        Optional<Long> rows,
        Optional<String> hash,
        Optional<String> place) {}
