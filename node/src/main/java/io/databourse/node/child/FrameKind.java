package io.databourse.node.child;

import java.io.IOException;

/// What a frame is for.
public enum FrameKind {
    /// The first frame of every connection: who is calling, and for what.
    HELLO(1),
    /// The other side takes the connection.
    ACCEPTED(2),
    /// The other side does not know the job yet; try again.
    NOT_YET(3),
    /// The other side does not take the connection, and says why.
    REFUSED(4),
    /// One message of a program to its peer.
    DATA(5),
    /// No more messages will come.
    END(6),
    /// Nothing but a sign of life; never reaches a program.
    HEARTBEAT(7),
    /// The node tells the child what to run.
    START(8),
    /// The node wants the child to stop.
    CANCEL(9),
    /// The child tells how far it is.
    PROGRESS(10),
    /// The child's last word.
    FINISHED(11);

    private final byte code;

    FrameKind(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static FrameKind of(byte code) throws IOException {
        for (var kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IOException("not a frame: kind " + code);
    }
}
