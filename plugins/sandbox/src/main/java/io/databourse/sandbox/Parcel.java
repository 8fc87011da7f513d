package io.databourse.sandbox;

import io.databourse.plugin.Channel.PeerLostException;
import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/// What the consumer's program is told: the table, the released files, that reviewers hold the
/// output, or why there is none.
sealed interface Parcel {

    record Table(Rows rows) implements Parcel {}

    record Released(List<HeldOutput.Released> files) implements Parcel {
        public Released {
            files = List.copyOf(files);
        }
    }

    record Held() implements Parcel {}

    record Refused(Outcome.Reason reason, String detail) implements Parcel {}

    /// The words of the owner's program, as a file.
    default void send(PartyContext context) throws InterruptedException {
        var file = context.workspace().resolve("parcel");
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeUTF(getClass().getSimpleName());
            switch (this) {
                case Table(var rows) -> rows.write(out);
                case Released(var files) -> write(out, files);
                case Held() -> {}
                case Refused(var reason, var detail) -> {
                    out.writeUTF(reason.name());
                    out.writeUTF(detail);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Handover.send(context, file);
    }

    private static void write(DataOutputStream out, List<HeldOutput.Released> files)
            throws IOException {
        out.writeInt(files.size());
        for (var file : files) {
            out.writeUTF(file.name());
            out.writeUTF(file.mediaType());
            out.writeLong(Files.size(file.file()));
            Files.copy(file.file(), out);
        }
    }

    /// Receives it and puts a result where it belongs.
    static Outcome receive(PartyContext context) throws InterruptedException {
        var file = context.workspace().resolve("parcel");
        Handover.receive(context, file);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return switch (in.readUTF()) {
                case "Table" -> {
                    Rows.read(in).give(context.result(PartyContext.RESULT));
                    yield new Outcome.Completed(1);
                }
                case "Released" -> {
                    take(context, in);
                    yield new Outcome.Completed(1);
                }
                case "Held" -> {
                    context.result(PartyContext.RESULT).awaitReview();
                    yield new Outcome.Completed(1);
                }
                case "Refused" ->
                        new Outcome.Refused(Outcome.Reason.valueOf(in.readUTF()), in.readUTF());
                default -> throw new PeerLostException("the owner sent something unknown");
            };
        } catch (IOException | IllegalArgumentException e) {
            var wrong = new PeerLostException("what the owner sent makes no sense");
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static void take(PartyContext context, DataInputStream in)
            throws IOException, InterruptedException {
        for (int files = in.readInt(); files > 0; files--) {
            var name = in.readUTF();
            try (var out = context.result(name).file(in.readUTF())) {
                var length = in.readLong();
                if (copy(in, out, length) != length) {
                    throw new IOException("a file was cut");
                }
            }
        }
    }

    private static long copy(InputStream in, java.io.OutputStream out, long length)
            throws IOException {
        var piece = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            var read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                break;
            }
            out.write(piece, 0, read);
            left -= read;
        }
        return length - left;
    }
}
