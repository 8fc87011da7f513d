package io.databourse.mpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskCard.ColumnUse;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;

/// What both owners must mean by a job before they compare anything: the parameters, with the rules
/// of keys among them, and the number of join columns. Nodes sign the definition in which these
/// stand; this finds a node that runs something else.
public final class JobTerms {
    private static final String LABEL = "databourse/mpc/terms/1";
    private static final int BYTES = 32;

    private JobTerms() {}

    /// Compares them with those of another owner.
    public static void agree(PartyContext context, Peer other) throws InterruptedException {
        int columns = context.input(PartyContext.INPUT).columns(ColumnUse.JOIN).size();
        byte[] mine = digest(context.jobId(), context.parameters(), columns);
        other.send(Peer.message(Peer.TERMS, BYTES).put(mine));
        if (!ByteBuffer.wrap(mine).equals(other.receive(Peer.TERMS, BYTES))) {
            throw new OtherTermsException();
        }
    }

    /// SHA-256 over a label, the number of columns, the job's id, and names and values in the order
    /// of the names, each text behind its length.
    static byte[] digest(String jobId, Parameters parameters, int joinColumns) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(LABEL.getBytes(UTF_8));
            digest.update(number(joinColumns));
            update(digest, jobId);
            new TreeMap<>(parameters.values())
                    .forEach((name, value) -> {
                        update(digest, name);
                        update(digest, value);
                    });
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(MessageDigest digest, String text) {
        var bytes = text.getBytes(UTF_8);
        digest.update(number(bytes.length));
        digest.update(bytes);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
