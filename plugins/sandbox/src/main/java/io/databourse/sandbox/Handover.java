package io.databourse.sandbox;

import io.databourse.plugin.Channel;
import io.databourse.plugin.Channel.PeerLostException;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Carries one file from the owner's program to the consumer's: its length and SHA-256, its bytes
/// in pieces, and the other way one byte that says that it is there. Nothing is read from it before
/// it is whole.
final class Handover {
    /// The most that one run hands over, with its frames.
    static final long MOST_BYTES = 80L << 20;

    private static final int PIECE = 1 << 18;
    private static final int HASH = 32;
    private static final byte THANKS = 1;

    private Handover() {}

    /// Sends the file and waits until it has arrived.
    static void send(PartyContext context, Path file) throws InterruptedException {
        var channel = context.channel(peer(context, Names.RESULT));
        try (var in = Files.newInputStream(file)) {
            var header = ByteBuffer.allocate(Long.BYTES + HASH);
            header.putLong(Files.size(file)).put(sha256(file)).flip();
            channel.send(header);
            var piece = new byte[PIECE];
            for (int read = in.readNBytes(piece, 0, PIECE);
                    read > 0;
                    read = in.readNBytes(piece, 0, PIECE)) {
                channel.send(ByteBuffer.wrap(piece, 0, read));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // So that a consumer who got less than it waits for does not wait for ever.
        channel.closeSending();
        var thanks = next(channel);
        if (thanks.remaining() != 1 || thanks.get() != THANKS) {
            throw new PeerLostException("the consumer did not say that it has everything");
        }
    }

    /// Receives the file whole.
    static void receive(PartyContext context, Path file) throws InterruptedException {
        var channel = context.channel(peer(context, Names.DATA));
        var header = next(channel);
        if (header.remaining() != Long.BYTES + HASH) {
            throw new PeerLostException("the owner's first message makes no sense");
        }
        var length = header.getLong();
        var expected = new byte[HASH];
        header.get(expected);
        if (length < 0 || length > MOST_BYTES) {
            throw new PeerLostException("the owner wants to hand over " + length + " bytes");
        }
        try (var out =
                Files.newByteChannel(
                        file,
                        java.util.Set.of(
                                java.nio.file.StandardOpenOption.CREATE_NEW,
                                java.nio.file.StandardOpenOption.WRITE))) {
            for (long left = length; left > 0; ) {
                var piece = next(channel);
                left -= piece.remaining();
                if (left < 0 || !piece.hasRemaining()) {
                    throw new PeerLostException("the owner sent another length than it said");
                }
                while (piece.hasRemaining()) {
                    out.write(piece);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Arrays.equals(sha256(file), expected)) {
            throw new PeerLostException("what the owner sent has another hash than it said");
        }
        channel.send(ByteBuffer.wrap(new byte[] {THANKS}));
    }

    private static ByteBuffer next(Channel channel) throws InterruptedException {
        return channel.receive()
                .orElseThrow(() -> new PeerLostException("the other side closed too early"));
    }

    private static String peer(PartyContext context, String role) {
        return context.parties().stream()
                .filter(party -> party.role().equals(role))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static byte[] sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
