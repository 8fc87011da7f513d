package io.databourse.mpc.verified;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.mpc.LongReader;
import io.databourse.mpc.LongWriter;
import io.databourse.mpc.Peer;
import io.databourse.mpc.TagLength;
import io.databourse.mpc.TagMerge;
import io.databourse.mpc.TagRuns;
import io.databourse.mpc.TagSet;
import io.databourse.mpc.TagWriter;
import io.databourse.mpc.Tagger;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/// The tags that an owner sends: the copies of its own keys and of planted ones, mixed.
///
/// The tag of copy i of a key x is `F(copy i, F(x))` with F = HMAC-SHA-256 under the job's key, cut
/// to 16 bytes: to who lacks the key they are random and unrelated. All tags are sent whole; their
/// length tells nothing about the other set.
final class PlantedTags {
    private static final int DOMAIN = 16;
    private static final long BLOCK = 1 << 18;

    private final PartyContext context;
    private final Planting planting;
    private final Tagger tagger;
    private final byte[][] copyDomains;
    private final byte[] input = new byte[DOMAIN + 2 * Long.BYTES];
    private final TagRuns runs;
    private final Path folder;

    private PlantedTags(PartyContext context, Planting planting, Tagger tagger, long tags)
            throws IOException {
        this.context = context;
        this.planting = planting;
        this.tagger = tagger;
        this.folder = Files.createDirectories(context.workspace().resolve("planted"));
        this.runs = new TagRuns(folder, tags);
        this.copyDomains = new byte[planting.copies()][];
        for (int copy = 0; copy < copyDomains.length; copy++) {
            copyDomains[copy] = domain("copy", copy);
        }
    }

    /// Tags that are ready to be sent.
    ///
    /// @param runs sorted files of them
    /// @param order file of what each tag in ascending order stands for: the number of its key
    ///   times the copies, plus the copy; own keys come first, then those planted to match, then
    ///   those planted not to
    record Ready(List<Path> runs, Path order, long size) {

        /// Sends them in ascending order, and writes that order down.
        void send(Peer compute, PartyContext context) throws IOException, InterruptedException {
            var writer = new TagWriter(compute, TagLength.MOST);
            try (var merge = new TagMerge(runs);
                    var out = new LongWriter(order)) {
                for (long sent = 0; merge.hasNext(); sent++) {
                    writer.put(merge.high(), merge.low());
                    out.put(merge.takeRow());
                    if (sent % BLOCK == 0) {
                        context.progress().report("sending", sent, size, "tags");
                    }
                }
            }
            writer.flush();
            compute.send(Peer.message(Peer.TAGS_END, Long.BYTES).putLong(size));
        }
    }

    /// Makes them of an owner's own tags.
    static Ready make(TagSet own, int kinds, Planting planting, Tagger tagger, PartyContext context)
            throws IOException, InterruptedException {
        long size = planting.tags(own.size(), kinds);
        var tags = new PlantedTags(context, planting, tagger, size);
        tags.copyOwn(own);
        for (int kind = 0; kind < kinds; kind++) {
            tags.plant(kind, own.size());
        }
        return new Ready(tags.runs.finish(), tags.folder.resolve("order"), size);
    }

    private void copyOwn(TagSet own) throws IOException, InterruptedException {
        try (var in = new LongReader(own.tags())) {
            for (long rank = 0; rank < own.size(); rank++) {
                copy(in.next(), in.next(), rank);
                if (rank % BLOCK == 0) {
                    context.progress().report("copying", rank, own.size(), "tags");
                }
            }
        }
    }

    private void plant(int kind, long own) throws IOException {
        var domain = domain("planted", kind);
        long first = own + (long) kind * planting.dummies();
        for (int i = 0; i < planting.dummies(); i++) {
            tag(domain, i, 0);
            copy(tagger.high(), tagger.low(), first + i);
        }
    }

    private void copy(long high, long low, long number) throws IOException {
        for (int copy = 0; copy < copyDomains.length; copy++) {
            tag(copyDomains[copy], high, low);
            runs.add(tagger.high(), tagger.low(), number * copyDomains.length + copy);
        }
    }

    private void tag(byte[] domain, long high, long low) {
        ByteBuffer.wrap(input).put(domain).putLong(high).putLong(low);
        tagger.tag(input, input.length);
    }

    private byte[] domain(String what, int number) {
        try {
            var label = "databourse/mpc/psi-verified/" + what + "/1\0" + number + "\0";
            var digest = MessageDigest.getInstance("SHA-256");
            return Arrays.copyOf(digest.digest((label + context.jobId()).getBytes(UTF_8)), DOMAIN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
