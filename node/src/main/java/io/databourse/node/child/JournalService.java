package io.databourse.node.child;

import io.databourse.plugin.Journal;
import java.io.IOException;

/// The node's end of [NodeJournal]: answers one question.
public final class JournalService {
    private JournalService() {}

    public static void answer(Frames frames, Journal journal)
            throws IOException, InterruptedException {
        try (frames) {
            var question = frames.read().orElseThrow(IOException::new).payload();
            if (!question.hasRemaining()) {
                for (var entry : journal.entries()) {
                    frames.write(FrameKind.DATA, entry);
                }
                frames.write(FrameKind.END);
                return;
            }
            if (question.remaining() < Integer.BYTES
                    || question.remaining() > Integer.BYTES + Journal.MAX_ENTRY) {
                throw new IOException("not an entry");
            }
            var seen = question.getInt();
            var entry = new byte[question.remaining()];
            question.get(entry);
            var appended = journal.append(seen, entry);
            frames.write(FrameKind.DATA, new byte[] {(byte) (appended ? 1 : 0)});
        }
    }
}
