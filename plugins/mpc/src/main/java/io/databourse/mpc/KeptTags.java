package io.databourse.mpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.plugin.PartyContext;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The sorted tags of an attempt that did not come to its end, for the next attempt of the same
/// job.
///
/// Tags are of use only if all owners still have those that they made under the same key, so they
/// tell each other what they have: a hash of the public seed that came with that key. If they
/// differ, all begin anew. The checkpoint holds this hash, numbers and checksums, and no key. What
/// is agreed on by chance (correlations, masks, transfers) is never kept: each attempt makes its
/// own.
public final class KeptTags {
    private static final byte VERSION = 1;
    private static final String LABEL = "databourse/mpc/psi/kept-tags/1";

    /// Length of the name of what is kept.
    public static final int NAME_BYTES = 16;

    private static final int STATE_BYTES = 1 + NAME_BYTES + 4 * Long.BYTES;

    private final byte[] name;
    private final TagSet tags;

    private KeptTags(byte[] name, TagSet tags) {
        this.name = name;
        this.tags = tags;
    }

    /// Makes tags under a new key.
    @FunctionalInterface
    public interface Maker {
        TagSet make() throws InterruptedException, IOException;
    }

    /// Finds out whether all owners have kept what has this name.
    @FunctionalInterface
    public interface Comparison {
        boolean isSame(byte[] mine) throws InterruptedException;
    }

    /// The tags that this owner and another have kept; makes new ones, and keeps them, if they have
    /// not.
    ///
    /// @param seed the public seed of the new key
    public static TagSet orMake(PartyContext context, Peer owner, byte[] seed, Maker maker)
            throws InterruptedException, IOException {
        return orMake(context, mine -> isSame(mine, owner), seed, maker);
    }

    private static boolean isSame(byte[] mine, Peer owner) throws InterruptedException {
        tell(mine, owner);
        return Arrays.equals(mine, ask(owner));
    }

    /// Tells another owner the name of what is kept here.
    public static void tell(byte[] mine, Peer owner) throws InterruptedException {
        owner.send(Peer.message(Peer.KEPT, NAME_BYTES).put(mine));
    }

    /// The name of what another owner has kept.
    public static byte[] ask(Peer owner) throws InterruptedException {
        var theirs = new byte[NAME_BYTES];
        owner.receive(Peer.KEPT, NAME_BYTES).get(theirs);
        return theirs;
    }

    /// The same among more than two owners.
    public static TagSet orMake(PartyContext context, Comparison owners, byte[] seed, Maker maker)
            throws InterruptedException, IOException {
        var kept = load(context);
        var mine = kept.map(each -> each.name).orElseGet(() -> nobodysName(context));
        if (owners.isSame(mine) && kept.isPresent()) {
            OwnTags.count(kept.get().tags, context);
            return kept.get().tags;
        }
        Files.deleteIfExists(matches(context));
        var made = maker.make();
        context.checkpoint().save(state(name(seed), made));
        return made;
    }

    /// Not even owners who all have nothing agree.
    private static byte[] nobodysName(PartyContext context) {
        var name = new byte[NAME_BYTES];
        context.random().nextBytes(name);
        return name;
    }

    /// The file in which matches, or places of matches, are kept that belong to the tags.
    static Path matches(PartyContext context) {
        return context.workspace().resolve("matches");
    }

    /// The name of what belongs to a seed, which does not show the seed.
    static byte[] name(byte[] seed) {
        var digest = Tagger.sha256();
        digest.update(LABEL.getBytes(UTF_8));
        return Arrays.copyOf(digest.digest(seed), NAME_BYTES);
    }

    private static byte[] state(byte[] name, TagSet tags) {
        return ByteBuffer.allocate(STATE_BYTES)
                .put(VERSION)
                .put(name)
                .putLong(tags.size())
                .putLong(tags.rowCount())
                .putLong(tags.unreadable())
                .putLong(tags.checksum())
                .array();
    }

    /// Empty if nothing is kept, or it is not whole: a crash of the machine can lose the end of a
    /// file.
    private static Optional<KeptTags> load(PartyContext context) throws IOException {
        var saved = context.checkpoint().load().filter(state -> state.length == STATE_BYTES);
        if (saved.isEmpty() || saved.get()[0] != VERSION) {
            return Optional.empty();
        }
        var state = ByteBuffer.wrap(saved.get()).position(1);
        var name = new byte[NAME_BYTES];
        state.get(name);
        var tags =
                TagSet.in(
                        context.workspace(),
                        state.getLong(),
                        state.getLong(),
                        state.getLong(),
                        state.getLong());
        return isWhole(tags) ? Optional.of(new KeptTags(name, tags)) : Optional.empty();
    }

    private static boolean isWhole(TagSet tags) throws IOException {
        return Files.exists(tags.tags())
                && Files.exists(tags.rows())
                && TagSet.checksum(checksum(tags.tags()), checksum(tags.rows())) == tags.checksum();
    }

    private static long checksum(Path file) throws IOException {
        var sum = new CRC32C();
        var buffer = new byte[1 << 16];
        try (var in = new FileInputStream(file.toFile())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return sum.getValue();
    }
}
