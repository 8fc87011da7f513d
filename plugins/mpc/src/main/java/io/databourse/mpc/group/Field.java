package io.databourse.mpc.group;

import java.math.BigInteger;

/// An element of the field of 2^255 - 19 elements, as five digits of 51 bits, each kept below 2^52.
final class Field {
    static final BigInteger PRIME = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    static final Field ZERO = of(BigInteger.ZERO);
    static final Field ONE = of(BigInteger.ONE);

    /// A square root of -1 (RFC 9496 §4.1).
    static final Field SQRT_M1 =
            of(
                    new BigInteger(
                            "19681161376707505956807079304988542015446066515923890162744021073123829784752"));

    private static final int DIGIT_BITS = 51;
    private static final long DIGIT = (1L << DIGIT_BITS) - 1;

    private final long d0;
    private final long d1;
    private final long d2;
    private final long d3;
    private final long d4;

    private Field(long d0, long d1, long d2, long d3, long d4) {
        this.d0 = d0;
        this.d1 = d1;
        this.d2 = d2;
        this.d3 = d3;
        this.d4 = d4;
    }

    static Field of(BigInteger number) {
        var rest = number.mod(PRIME);
        var digits = new long[5];
        for (int i = 0; i < 5; i++) {
            digits[i] = rest.longValue() & DIGIT;
            rest = rest.shiftRight(DIGIT_BITS);
        }
        return new Field(digits[0], digits[1], digits[2], digits[3], digits[4]);
    }

    /// The number from 0 to 2^255 - 20.
    BigInteger number() {
        var sum = BigInteger.ZERO;
        for (long digit : new long[] {d4, d3, d2, d1, d0}) {
            sum = sum.shiftLeft(DIGIT_BITS).add(BigInteger.valueOf(digit));
        }
        return sum.mod(PRIME);
    }

    Field plus(Field b) {
        return carried(d0 + b.d0, d1 + b.d1, d2 + b.d2, d3 + b.d3, d4 + b.d4);
    }

    /// Adds four times the prime first, so that no digit becomes negative.
    Field minus(Field b) {
        long most = DIGIT << 2;
        return carried(
                d0 + (most - 72) - b.d0,
                d1 + most - b.d1,
                d2 + most - b.d2,
                d3 + most - b.d3,
                d4 + most - b.d4);
    }

    Field negated() {
        return ZERO.minus(this);
    }

    /// Carries on from digits that are not negative; 2^255 is 19.
    private static Field carried(long a0, long a1, long a2, long a3, long a4) {
        long b1 = a1 + (a0 >>> DIGIT_BITS);
        long b2 = a2 + (b1 >>> DIGIT_BITS);
        long b3 = a3 + (b2 >>> DIGIT_BITS);
        long b4 = a4 + (b3 >>> DIGIT_BITS);
        long b0 = (a0 & DIGIT) + 19 * (b4 >>> DIGIT_BITS);
        return new Field(
                b0 & DIGIT, (b1 & DIGIT) + (b0 >>> DIGIT_BITS), b2 & DIGIT, b3 & DIGIT, b4 & DIGIT);
    }

    Field times(Field b) {
        var low = new long[5];
        var high = new long[5];
        row(low, high, d0, b.d0, b.d1, b.d2, b.d3, b.d4);
        row(low, high, d1, 19 * b.d4, b.d0, b.d1, b.d2, b.d3);
        row(low, high, d2, 19 * b.d3, 19 * b.d4, b.d0, b.d1, b.d2);
        row(low, high, d3, 19 * b.d2, 19 * b.d3, 19 * b.d4, b.d0, b.d1);
        row(low, high, d4, 19 * b.d1, 19 * b.d2, 19 * b.d3, 19 * b.d4, b.d0);
        return carried(
                low[0] + 19 * (high[4] & DIGIT),
                low[1] + high[0] + 19 * (high[4] >>> DIGIT_BITS),
                low[2] + high[1],
                low[3] + high[2],
                low[4] + high[3]);
    }

    /// Adds the products of one digit: what is below 2^51, and what is above.
    private static void row(
            long[] low, long[] high, long digit, long c0, long c1, long c2, long c3, long c4) {
        low[0] += digit * c0 & DIGIT;
        low[1] += digit * c1 & DIGIT;
        low[2] += digit * c2 & DIGIT;
        low[3] += digit * c3 & DIGIT;
        low[4] += digit * c4 & DIGIT;
        high[0] += above(digit, c0);
        high[1] += above(digit, c1);
        high[2] += above(digit, c2);
        high[3] += above(digit, c3);
        high[4] += above(digit, c4);
    }

    private static long above(long a, long b) {
        return (Math.multiplyHigh(a, b) << (Long.SIZE - DIGIT_BITS)) | ((a * b) >>> DIGIT_BITS);
    }

    Field squared() {
        return times(this);
    }

    private Field squared(int times) {
        var result = this;
        for (int i = 0; i < times; i++) {
            result = result.squared();
        }
        return result;
    }

    /// To the power of `(p - 5) / 8 = 2^252 - 3`.
    private Field toPowerForRoot() {
        var x2 = squared().times(this); // 2^2 - 1
        var x4 = x2.squared(2).times(x2);
        var x5 = x4.squared().times(this);
        var x10 = x5.squared(5).times(x5);
        var x20 = x10.squared(10).times(x10);
        var x40 = x20.squared(20).times(x20);
        var x50 = x40.squared(10).times(x10);
        var x100 = x50.squared(50).times(x50);
        var x200 = x100.squared(100).times(x100);
        var x250 = x200.squared(50).times(x50); // 2^250 - 1
        return x250.squared(2).times(this);
    }

    /// Whether the number is odd.
    boolean isNegative() {
        return number().testBit(0);
    }

    boolean isZero() {
        return number().signum() == 0;
    }

    Field absolute() {
        return isNegative() ? negated() : this;
    }

    /// `SQRT_RATIO_M1(this, v)` of RFC 9496 §4.2.
    Root rootOfRatio(Field v) {
        var v3 = v.squared().times(v);
        var v7 = v3.squared().times(v);
        var root = times(v3).times(times(v7).toPowerForRoot());
        var check = v.times(root.squared());
        boolean correct = check.minus(this).isZero();
        boolean flipped = check.plus(this).isZero();
        boolean flippedI = check.plus(times(SQRT_M1)).isZero();
        if (flipped || flippedI) {
            root = root.times(SQRT_M1);
        }
        return new Root(correct || flipped, root.absolute());
    }

    /// A square root, or that of the ratio times [#SQRT_M1] if the ratio is no square.
    record Root(boolean ofSquare, Field value) {}
}
