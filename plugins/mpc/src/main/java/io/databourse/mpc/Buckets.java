package io.databourse.mpc;

import io.databourse.mpc.okvs.OkvsShape;
import io.databourse.mpc.vole.VoleShape;

/// How two sets are cut into buckets, each of which is intersected on its own, so that memory does
/// not grow with the sets.
///
/// A tag's bucket is given by its first bits, and tags are outputs of a hash under a key made for
/// the job, so a bucket's load is binomial. Both sides pad each bucket to a capacity that the sizes
/// of the sets give, so the loads are hidden; a run overflows it with a probability of at most
/// 2^-40.
///
/// @param count number of buckets
/// @param receiverCapacity the most of the receiver's keys in a bucket
/// @param otherCapacity the most of the other owner's keys in a bucket
/// @param tagBytes bytes of an output that are sent
record Buckets(int count, int receiverCapacity, int otherCapacity, int tagBytes) {
    /// A store of this many of the receiver's keys and what belongs to it stays near the processor.
    private static final long RECEIVERS_A_BUCKET = 1 << 18;

    /// The other owner has no store, but sorts its outputs, at most [TagSorter#CAPACITY].
    private static final long OTHERS_A_BUCKET = 1 << 19;

    private static final int STATISTICAL_BITS = 40;

    static Buckets of(long receiverSize, long otherSize) {
        return of(receiverSize, otherSize, RECEIVERS_A_BUCKET, OTHERS_A_BUCKET);
    }

    /// Buckets of about so many keys.
    static Buckets of(long receiverSize, long otherSize, long receivers, long others) {
        long parts = Math.max(parts(receiverSize, receivers), parts(otherSize, others));
        int count = Math.toIntExact(Math.max(1, parts));
        int receiver = capacity(receiverSize, count);
        int other = capacity(otherSize, count);
        return new Buckets(count, receiver, other, TagLength.of(receiver, other, count));
    }

    private static long parts(long size, long each) {
        return (size + each - 1) / each;
    }

    /// Outputs of the other owner in all buckets, with those that only pad them.
    long places() {
        return (long) count * otherCapacity;
    }

    /// λ of each bucket's store: 40 bits for all stores of the run together.
    int lambda() {
        return STATISTICAL_BITS + TagLength.bits(count);
    }

    OkvsShape store() {
        return OkvsShape.of(receiverCapacity, lambda());
    }

    VoleShape correlation() {
        return VoleShape.of(store().size());
    }

    /// The bucket of a tag.
    int of(long tagHigh) {
        return (int) Math.unsignedMultiplyHigh(tagHigh, count);
    }

    /// The least capacity that any of the buckets exceeds with a probability of at most 2^-41, by
    /// the Chernoff bound `P[Bin(n, p) ≥ qn] ≤ exp(-n D(q ‖ p))` and the union bound.
    static int capacity(long size, int count) {
        if (count == 1) {
            return Math.toIntExact(size);
        }
        double allowed = -(STATISTICAL_BITS + 1) * StrictMath.log(2) - StrictMath.log(count);
        long low = size / count;
        long high = size;
        while (low < high) {
            long middle = (low + high) / 2;
            if (logOfExcess(middle + 1, size, 1.0 / count) <= allowed) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Math.toIntExact(low);
    }

    private static double logOfExcess(long load, long size, double p) {
        double q = (double) load / size;
        if (q <= p) {
            return 0;
        }
        double rest = q >= 1 ? 0 : (1 - q) * StrictMath.log((1 - q) / (1 - p));
        return -size * (q * StrictMath.log(q / p) + rest);
    }
}
