package io.databourse.mpc.group;

import java.math.BigInteger;
import java.util.Arrays;

/// An element of ristretto255 from 64 uniformly random bytes, of which nobody knows the discrete
/// logarithm (RFC 9496 §4.3.4).
public final class UniformElement {
    /// Bytes that an element is made of.
    public static final int BYTES = 64;

    private static final Field D =
            Field.of(
                    new BigInteger(
                            "37095705934669439343138083508754565189542113879843219016388785533085940283555"));
    private static final Field SQRT_AD_MINUS_ONE =
            Field.of(
                    new BigInteger(
                            "25063068953384623474111414158702152701244531502492656460079210482610430750235"));
    private static final Field ONE_MINUS_D_SQ = Field.ONE.minus(D.squared());
    private static final Field D_MINUS_ONE_SQ = D.minus(Field.ONE).squared();

    private UniformElement() {}

    /// The element of 64 bytes.
    public static Element of(byte[] uniform) {
        if (uniform.length != BYTES) {
            throw new IllegalArgumentException("an element is made of 64 bytes");
        }
        return map(uniform, 0).plus(map(uniform, BYTES / 2));
    }

    /// `MAP` of half of the bytes, which are a number modulo 2^255, little-endian.
    private static Element map(byte[] uniform, int at) {
        var bytes = Arrays.copyOfRange(uniform, at, at + BYTES / 2);
        for (int i = 0; i < bytes.length / 2; i++) {
            byte swapped = bytes[i];
            bytes[i] = bytes[bytes.length - 1 - i];
            bytes[bytes.length - 1 - i] = swapped;
        }
        bytes[0] &= 0x7f;
        return map(Field.of(new BigInteger(1, bytes)));
    }

    private static Element map(Field t) {
        var r = Field.SQRT_M1.times(t.squared());
        var u = r.plus(Field.ONE).times(ONE_MINUS_D_SQ);
        var v = Field.ONE.plus(r.times(D)).negated().times(r.plus(D));
        var root = u.rootOfRatio(v);
        var s = root.ofSquare() ? root.value() : root.value().times(t).absolute().negated();
        var c = root.ofSquare() ? Field.ONE.negated() : r;
        var n = c.times(r.minus(Field.ONE)).times(D_MINUS_ONE_SQ).minus(v);
        var sv = s.times(v);
        var w0 = sv.plus(sv);
        var w1 = n.times(SQRT_AD_MINUS_ONE);
        var square = s.squared();
        var w2 = Field.ONE.minus(square);
        var w3 = Field.ONE.plus(square);
        return new Element(w0.times(w3), w2.times(w1), w1.times(w3), w0.times(w2));
    }
}
