package io.databourse.plugin;

import java.nio.ByteBuffer;
import java.util.Optional;

/// An ordered, encrypted channel to one other party. Messages arrive whole, once and in order. A
/// slow reader makes [#send] wait, so a program that sends without bound needs no bound of its own,
/// but two programs that both only send wait for each other for ever.
public interface Channel {
    /// The longest message, in bytes.
    int MAX_MESSAGE = 1 << 20;

    /// Sends the bytes from position to limit and leaves the position at the limit. The buffer is
    /// the caller's again when this returns.
    ///
    /// @throws IllegalArgumentException if the message is longer than [#MAX_MESSAGE]
    /// @throws IllegalStateException after [#closeSending]
    /// @throws PeerLostException if the peer is gone
    void send(ByteBuffer message) throws InterruptedException;

    /// Waits for the next message, big-endian; empty when the peer has closed its side in good
    /// order. The buffer is valid until the next call.
    ///
    /// @throws PeerLostException if the peer is gone or was silent for too long
    Optional<ByteBuffer> receive() throws InterruptedException;

    /// Tells the peer that nothing more will come. Receiving goes on. May be called again.
    void closeSending() throws InterruptedException;

    /// Bytes of messages sent so far.
    long bytesSent();

    /// Bytes of messages received so far.
    long bytesReceived();

    /// The other party went away in the middle, or fell silent.
    final class PeerLostException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public PeerLostException(String message) {
            super(message);
        }
    }
}
