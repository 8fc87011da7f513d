package io.databourse.launcher.bench;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// How fast one core does AES-128 on whole buffers: what the kernels of the intersection are made
/// of, and so the limit that they cannot pass. As they do, it decrypts in CBC mode, which the JDK
/// does several blocks at a time on every processor with AES instructions. In a JVM of its own,
/// since the launcher's does without the compiler that knows the processor's own instructions.
public final class BulkAes {
    private static final int BUFFER = 1 << 16;
    private static final int BLOCK = 16;
    private static final int ROUNDS = 8;
    private static final long ROUND_NANOS = 200_000_000;

    private BulkAes() {}

    static List<Figure> run(String kase, Path log) {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BulkAes.class.getName());
        return ChildBench.run("psi", kase, command, log);
    }

    /// Prints blocks of 16 bytes a second: the best of some rounds of a fifth of a second.
    public static void main(String... arguments) throws GeneralSecurityException {
        // It protects nothing.
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(new byte[BLOCK], "AES"),
                new IvParameterSpec(new byte[BLOCK]));
        byte[] from = new byte[BUFFER];
        byte[] to = new byte[BUFFER];
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.max(best, rate(cipher, from, to));
        }
        System.out.printf(
                Locale.ROOT,
                "{\"metric\":\"aes_blocks_per_s\",\"unit\":\"1/s\",\"value\":%.0f}%n",
                best);
    }

    private static double rate(Cipher cipher, byte[] from, byte[] to)
            throws GeneralSecurityException {
        long begin = System.nanoTime();
        long blocks = 0;
        long taken;
        do {
            blocks += cipher.update(from, 0, BUFFER, to, 0) / BLOCK;
            taken = System.nanoTime() - begin;
        } while (taken < ROUND_NANOS);
        return blocks * 1e9 / taken;
    }
}
