package io.databourse.mpc.group;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// An element of ristretto255 (RFC 9496), held as a point of edwards25519 in extended coordinates.
///
/// The formulas of addition are complete (H. Hisil et al., *Twisted Edwards Curves Revisited*,
/// ASIACRYPT 2008, §3.1), so no pair of points is a special case. Times may depend on the values:
/// scalars here live for one run, and nobody but the peer could measure them, over a network.
public final class Element {
    /// Bytes of an encoded element and of a scalar.
    public static final int BYTES = 32;

    public static final Element IDENTITY =
            new Element(Field.ZERO, Field.ONE, Field.ONE, Field.ZERO);

    private static final Field D =
            Field.of(
                    new BigInteger(
                            "37095705934669439343138083508754565189542113879843219016388785533085940283555"));
    private static final Field INVSQRT_A_MINUS_D =
            Field.of(
                    new BigInteger(
                            "54469307008909316920995813868745141605393597292927456921205312896311721017578"));

    /// The generator of RFC 9496 §4.
    public static final Element GENERATOR =
            decode(
                            HexFormat.of()
                                    .parseHex(
                                            "e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76"))
                    .orElseThrow();

    private static final int WINDOW = 4;

    private final Field x;
    private final Field y;
    private final Field z;
    private final Field t;

    Element(Field x, Field y, Field z, Field t) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.t = t;
    }

    /// A scalar below 2^252, which is uniform modulo the order but for 2^-126.
    public static byte[] randomScalar(SecureRandom random) {
        var scalar = new byte[BYTES];
        random.nextBytes(scalar);
        scalar[BYTES - 1] &= 0x0f;
        return scalar;
    }

    /// The element that these bytes encode (§4.3.1), or empty if they encode none.
    public static Optional<Element> decode(byte[] bytes) {
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        var number = new BigInteger(1, reversed(bytes));
        if (number.compareTo(Field.PRIME) >= 0 || number.testBit(0)) {
            return Optional.empty();
        }
        var s = Field.of(number);
        var square = s.squared();
        var u1 = Field.ONE.minus(square);
        var u2 = Field.ONE.plus(square);
        var u2Squared = u2.squared();
        var v = D.times(u1.squared()).negated().minus(u2Squared);
        var root = Field.ONE.rootOfRatio(v.times(u2Squared));
        var denominatorX = root.value().times(u2);
        var denominatorY = root.value().times(denominatorX).times(v);
        var x = s.plus(s).times(denominatorX).absolute();
        var y = u1.times(denominatorY);
        var t = x.times(y);
        return root.ofSquare() && !t.isNegative() && !y.isZero()
                ? Optional.of(new Element(x, y, Field.ONE, t))
                : Optional.empty();
    }

    /// The one encoding of this element (§4.3.2).
    public byte[] encode() {
        var u1 = z.plus(y).times(z.minus(y));
        var u2 = x.times(y);
        var root = Field.ONE.rootOfRatio(u1.times(u2.squared())).value();
        var denominator1 = root.times(u1);
        var denominator2 = root.times(u2);
        var zInverse = denominator1.times(denominator2).times(t);
        boolean rotate = t.times(zInverse).isNegative();
        var newX = rotate ? y.times(Field.SQRT_M1) : x;
        var newY = rotate ? x.times(Field.SQRT_M1) : y;
        var denominator = rotate ? denominator1.times(INVSQRT_A_MINUS_D) : denominator2;
        if (newX.times(zInverse).isNegative()) {
            newY = newY.negated();
        }
        var number = denominator.times(z.minus(newY)).absolute().number();
        var bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = number.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }

    public Element plus(Element other) {
        var a = y.minus(x).times(other.y.minus(other.x));
        var b = y.plus(x).times(other.y.plus(other.x));
        var product = t.times(other.t).times(D);
        var c = product.plus(product);
        var zz = z.times(other.z);
        var d = zz.plus(zz);
        return of(b.minus(a), d.minus(c), d.plus(c), b.plus(a));
    }

    public Element minus(Element other) {
        return plus(new Element(other.x.negated(), other.y, other.z, other.t.negated()));
    }

    private Element doubled() {
        var a = x.squared();
        var b = y.squared();
        var zz = z.squared();
        var e = x.plus(y).squared().minus(a).minus(b);
        var g = b.minus(a);
        return of(e, g.minus(zz.plus(zz)), g, a.plus(b).negated());
    }

    private static Element of(Field e, Field f, Field g, Field h) {
        return new Element(e.times(f), g.times(h), f.times(g), e.times(h));
    }

    /// This element added up as many times as the scalar says, which is little-endian.
    public Element times(byte[] scalar) {
        var multiples = new Element[1 << WINDOW];
        multiples[0] = IDENTITY;
        for (int i = 1; i < multiples.length; i++) {
            multiples[i] = multiples[i - 1].plus(this);
        }
        var result = IDENTITY;
        for (int i = 2 * scalar.length - 1; i >= 0; i--) {
            for (int bit = 0; bit < WINDOW; bit++) {
                result = result.doubled();
            }
            result = result.plus(multiples[digit(scalar, i)]);
        }
        return result;
    }

    /// The multiples of an element by each digit of four bits at each place, for who multiplies it
    /// by many scalars: a multiplication then takes 64 additions.
    public static final class Table {
        private final Element[][] multiples = new Element[2 * BYTES][1 << WINDOW];

        public Table(Element element) {
            var power = element;
            for (var row : multiples) {
                row[0] = IDENTITY;
                for (int i = 1; i < row.length; i++) {
                    row[i] = row[i - 1].plus(power);
                }
                power = row[row.length - 1].plus(power);
            }
        }

        public Element times(byte[] scalar) {
            var result = IDENTITY;
            for (int i = 0; i < multiples.length; i++) {
                result = result.plus(multiples[i][digit(scalar, i)]);
            }
            return result;
        }
    }

    private static int digit(byte[] scalar, int place) {
        return (scalar[place / 2] >> (WINDOW * (place % 2))) & ((1 << WINDOW) - 1);
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Element element && Arrays.equals(encode(), element.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
