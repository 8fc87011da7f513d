package io.databourse.sandbox;

import io.databourse.plugin.Channel.PeerLostException;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.sandbox.room.RoomUnavailable;
import io.databourse.sandbox.sql.RulesException;

/// How the owner's program ends without a result; the consumer's is told the same.
final class Ends {
    private static final int LONGEST = 1_000;

    private Ends() {}

    static Outcome refuse(PartyContext context, Outcome.Reason reason, String detail)
            throws InterruptedException {
        var words = detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail;
        new Parcel.Refused(reason, words).send(context);
        return new Outcome.Refused(reason, words);
    }

    /// The rules do not let the run be.
    static Outcome refuse(PartyContext context, RulesException why) throws InterruptedException {
        return refuse(
                context,
                Outcome.Reason.INPUT_NOT_AUTHORIZED,
                "The rules do not allow it: %s. 规则不允许：%s。"
                        .formatted(why.text().en(), why.text().zh()));
    }

    /// The machinery failed. What exactly is for the owner's log; the consumer's program sees the
    /// owner's go.
    @SuppressWarnings("CatchAndPrintStackTrace") // the process's log is the place for it
    static Outcome broken(PartyContext context, Exception trouble) {
        if (trouble instanceof PeerLostException lost) {
            throw lost;
        }
        trouble.printStackTrace();
        return new Outcome.Failed(
                Outcome.Blame.RESOURCES,
                trouble instanceof RoomUnavailable
                        ? String.valueOf(trouble.getMessage())
                        : "the room could not be used: " + trouble.getClass().getSimpleName());
    }
}
