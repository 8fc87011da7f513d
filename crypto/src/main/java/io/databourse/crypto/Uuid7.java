package io.databourse.crypto;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Makes UUIDs of version 7 (RFC 9562 §5.7): time first, so that an index grows at its end.
///
/// Within one generator each is greater than the one before, even in the same millisecond or when
/// the clock is set back: the 12 bits behind the milliseconds count up and carry (§6.2, method 3).
public final class Uuid7 {
    private static final int COUNTER_BITS = 12;
    private static final int DRAWN = 128;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final Random random;
    private final AtomicLong last = new AtomicLong();
    private final long[] drawn = new long[DRAWN];
    private int left;

    public Uuid7() {
        this(Clock.systemUTC(), new SecureRandom());
    }

    Uuid7(Clock clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long now = clock.millis() << COUNTER_BITS;
        long ticks = last.updateAndGet(previous -> Math.max(previous + 1, now));
        long counter = ticks & ((1L << COUNTER_BITS) - 1);
        long high = (ticks >>> COUNTER_BITS << 16) | VERSION | counter;
        long low = VARIANT | (draw() >>> 2);
        return new UUID(high, low);
    }

    /// A thousand bytes from the system's source cost little more than eight.
    private synchronized long draw() {
        if (left == 0) {
            byte[] bytes = new byte[DRAWN * Long.BYTES];
            random.nextBytes(bytes);
            ByteBuffer.wrap(bytes).asLongBuffer().get(drawn);
            left = DRAWN;
        }
        return drawn[--left];
    }
}
