package io.databourse.mpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/// Makes tags that need hide nothing: the first 16 bytes of SHA-256 of the job's domain, which both
/// owners know, and the canonical join key. The domain makes it a hash of this job alone; with an
/// ordinary key it fits into one block.
public final class PlainTagger implements RowTagger {
    private final byte[] domain;
    private final MessageDigest digest = Tagger.sha256();
    private final byte[] hash = new byte[32];

    PlainTagger(byte[] seed, String jobId) {
        this("psi-distributed", seed, jobId);
    }

    /// Tags of a task that agrees on no seed.
    public PlainTagger(String task, String jobId) {
        this(task, new byte[0], jobId);
    }

    private PlainTagger(String task, byte[] seed, String jobId) {
        digest.update(("databourse/mpc/" + task + "/tag/1\0" + jobId + "\0").getBytes(UTF_8));
        domain = Arrays.copyOf(digest.digest(seed), Tagger.DOMAIN_BYTES);
    }

    @Override
    public byte[] domain() {
        return domain.clone();
    }

    @Override
    public void tag(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        try {
            digest.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long high() {
        return (long) Tagger.LONG.get(hash, 0);
    }

    @Override
    public long low() {
        return (long) Tagger.LONG.get(hash, 8);
    }

    @Override
    public void close() {
        digest.reset();
    }
}
