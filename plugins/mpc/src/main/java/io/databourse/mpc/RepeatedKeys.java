package io.databourse.mpc;

import io.databourse.plugin.PartyContext;

/// Ends a job that refuses repeated keys, at both owners, before a tag leaves either. Each tells
/// the other whether it has any, and nothing more.
final class RepeatedKeys {
    private static final byte NONE = 0;
    private static final byte SOME = 1;

    private RepeatedKeys() {}

    /// @param repeated rows here that repeat the key of another
    /// @throws UnusableInputException if either owner has such rows
    static void refuse(PartyContext context, long repeated) throws InterruptedException {
        var id = Parties.of(context).otherThan(context.self()).id();
        var other = new Peer(id, context.channel(id));
        other.send(Peer.message(Peer.REPEATED_KEYS, 1).put(repeated == 0 ? NONE : SOME));
        byte theirs = other.receive(Peer.REPEATED_KEYS, 1).get();
        other.require(theirs == NONE || theirs == SOME, "neither yes nor no");
        if (repeated > 0) {
            throw new UnusableInputException(
                    repeated + " rows repeat the key of another, and the job refuses that");
        }
        if (theirs == SOME) {
            throw new UnusableInputException(
                    "rows of the other owner repeat keys, and the job refuses that");
        }
    }
}
