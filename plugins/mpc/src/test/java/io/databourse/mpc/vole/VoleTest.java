package io.databourse.mpc.vole;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.ot.BaseTransfer;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoleTest {
    private static final byte[] SEED = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    private final SecureRandom random = new SecureRandom();
    private final boolean[] choices = VoleSender.choices(random);
    private final VoleReceiver receiver;
    private final VoleSender sender;

    VoleTest() {
        var base = new BaseTransfer.Sender(random);
        var chosen = BaseTransfer.choose(base.first(), choices, random).orElseThrow();
        var keys = base.keys(ByteBuffer.wrap(chosen.answer())).orElseThrow();
        receiver = new VoleReceiver(SEED, keys, random);
        sender = new VoleSender(SEED, choices, chosen.keys(), random);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_536, 65_537, 100_000, 300_001})
    void the_correlation_holds_at_every_position(int length) {
        var shape = VoleShape.of(length);
        assertThat(shape.length()).isGreaterThanOrEqualTo(length);
        check(shape, batch(shape, 0));
    }

    @Test
    void batches_are_different() {
        var shape = VoleShape.of(1);
        var one = batch(shape, 1);
        var other = batch(shape, 2);
        check(shape, one);
        check(shape, other);
        assertThat(one.vectors.c()[0]).isNotEqualTo(other.vectors.c()[0]);
        assertThat(one.b[0]).isNotEqualTo(other.b[0]);
    }

    @Test
    void every_bit_of_the_vectors_is_set_half_of_the_time() {
        var shape = VoleShape.of(1 << 17);
        var batch = batch(shape, 3);
        for (var vector : new long[][] {batch.vectors.a(), batch.vectors.c(), batch.b}) {
            for (int bit = 0; bit < 128; bit++) {
                int set = 0;
                for (int i = 0; i < shape.length(); i++) {
                    set += (int) (vector[2 * i + bit / 64] >>> bit & 1);
                }
                // six standard deviations
                assertThat(Math.abs(set - shape.length() / 2.0))
                        .isLessThan(3 * Math.sqrt(shape.length()));
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // equality is not used
    private record Batch(VoleReceiver.Vectors vectors, long[] b) {}

    private Batch batch(VoleShape shape, long number) {
        var request = ByteBuffer.allocate(VoleReceiver.requestBytes(shape));
        receiver.ask(shape, number, request);
        assertThat(request.hasRemaining()).isFalse();
        var answer = ByteBuffer.allocate(VoleSender.answerBytes(shape));
        sender.answer(shape, number, request.flip(), answer);
        assertThat(answer.hasRemaining()).isFalse();
        return new Batch(receiver.finish(shape, answer.flip()), sender.finish(shape));
    }

    private void check(VoleShape shape, Batch batch) {
        var sum = batch.b.clone();
        sender.delta().multiplyAdd(batch.vectors.c(), 0, sum, 0, shape.length());
        int used = 2 * shape.length();
        assertThat(Arrays.equals(sum, 0, used, batch.vectors.a(), 0, used)).isTrue();
    }
}
