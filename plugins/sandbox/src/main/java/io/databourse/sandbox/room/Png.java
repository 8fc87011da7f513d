package io.databourse.sandbox.room;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/// Portable Network Graphics, ISO/IEC 15948: a signature, then chunks of length, type, data and
/// checksum.
final class Png {
    private static final byte[] SIGNATURE = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "sRGB", "pHYs", "bKGD", "sBIT");
    private static final Set<String> DROPPED =
            Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME", "cHRM", "iCCP");
    private static final int TYPE = 4;

    private Png() {}

    /// The picture without what is no picture; empty if it is none.
    static Optional<byte[]> clean(byte[] content) {
        var in = ByteBuffer.wrap(content);
        var out = new ByteArrayOutputStream();
        var signature = new byte[SIGNATURE.length];
        if (content.length < SIGNATURE.length) {
            return Optional.empty();
        }
        in.get(signature);
        if (!Arrays.equals(signature, SIGNATURE)) {
            return Optional.empty();
        }
        out.writeBytes(signature);
        var last = "";
        while (in.remaining() >= 12) {
            int start = in.position();
            int length = in.getInt();
            if (length < 0 || length > in.remaining() - 8) {
                return Optional.empty();
            }
            var body = new byte[TYPE + length];
            in.get(body);
            var crc = new CRC32();
            crc.update(body);
            var type = new String(body, 0, TYPE, java.nio.charset.StandardCharsets.US_ASCII);
            boolean known = KEPT.contains(type) || DROPPED.contains(type);
            boolean first = last.isEmpty() == type.equals("IHDR");
            if (in.getInt() != (int) crc.getValue() || !known || !first || last.equals("IEND")) {
                return Optional.empty();
            }
            if (KEPT.contains(type)) {
                out.write(content, start, in.position() - start);
            }
            last = type;
        }
        return last.equals("IEND") && !in.hasRemaining()
                ? Optional.of(out.toByteArray())
                : Optional.empty();
    }
}
