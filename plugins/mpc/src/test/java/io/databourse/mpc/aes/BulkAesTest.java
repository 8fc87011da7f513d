package io.databourse.mpc.aes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BulkAesTest {
    private static final byte[] KEY = bytes("000102030405060708090a0b0c0d0e0f");

    @Test
    void the_example_of_fips_197_comes_out() {
        var blocks = longs(bytes("69c4e0d86a7b0430d8cdb78070b4c55a"));
        new BulkAes(KEY).permute(blocks, 0, blocks, 0, 1);
        assertThat(blocks).isEqualTo(longs(bytes("00112233445566778899aabbccddeeff")));
    }

    @Test
    void the_blocks_of_sp_800_38a_come_out_at_any_place_of_a_long_run() {
        var key = bytes("2b7e151628aed2a6abf7158809cf4f3c");
        var plain =
                longs(bytes("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"));
        var cipher =
                longs(bytes("3ad77bb40d7a3660a89ecaf32466ef97f5d3d58503b9699de785895a96fdbaaf"));
        var many = new long[2 * 10_000];
        System.arraycopy(cipher, 0, many, 2 * 8191, 4);
        var decrypted = new long[many.length];
        var aes = new BulkAes(key);
        aes.permute(many, 0, decrypted, 0, 10_000);
        assertThat(decrypted).containsSequence(plain);
        aes.permute(many, 8192, decrypted, 0, 1);
        assertThat(decrypted).startsWith(plain[2], plain[3]);
    }

    @Test
    void a_hash_is_the_permuted_block_added_to_the_block_also_in_place() {
        var blocks = new Random(1).longs(2 * 5000).toArray();
        var aes = new BulkAes(KEY);
        var permuted = new long[blocks.length];
        aes.permute(blocks, 0, permuted, 0, 5000);
        var hashed = blocks.clone();
        aes.hash(hashed, 0, hashed, 0, 5000);
        for (int i = 0; i < blocks.length; i++) {
            assertThat(hashed[i]).isEqualTo(blocks[i] ^ permuted[i]);
        }
    }

    @Test
    void a_stream_goes_on_where_its_counter_says() {
        var aes = new BulkAes(KEY);
        var whole = new long[2 * 9000];
        aes.stream(7, 0, whole, 0, 9000);
        var part = new long[2 * 1000];
        aes.stream(7, 8000, part, 0, 1000);
        assertThat(part).containsExactly(java.util.Arrays.copyOfRange(whole, 16_000, 18_000));
        aes.stream(8, 8000, part, 0, 1000);
        assertThat(part[0]).isNotEqualTo(whole[16_000]);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static long[] longs(byte[] bytes) {
        var longs = new long[bytes.length / 8];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(longs);
        return longs;
    }
}
