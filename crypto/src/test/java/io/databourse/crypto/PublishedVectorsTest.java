package io.databourse.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.test.TestRandomBigInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The vectors of GB/T 32905 (SM3), 32907 (SM4), 32918 (SM2) and of RFC 8998 appendix A.1.
@Tag("L05")
class PublishedVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final BigInteger PRIVATE_KEY =
            hex("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8");
    private static final String K =
            "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21";
    private static final String PUBLIC_X =
            "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020";
    private static final String PUBLIC_Y =
            "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private static final String SIGNATURE =
            "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                    + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";
    private static final String SM4_KEY = "0123456789abcdeffedcba9876543210";
    private static final byte[] MESSAGE = ascii("message digest");

    @Test
    void sm3_of_abc() {
        assertThat(Digest.sm3("abc"))
                .hasToString(
                        "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void sm3_of_abcd_sixteen_times() {
        assertThat(Digest.sm3("abcd".repeat(16)))
                .hasToString(
                        "sm3:debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void sm4_of_one_block() {
        assertThat(sm4Rounds(1)).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void sm4_of_one_block_a_million_times() {
        assertThat(sm4Rounds(1_000_000)).isEqualTo("595298c7c6fd271f0402f804c33d3f66");
    }

    @Test
    void sm2_public_key_of_the_private_key() {
        assertThat(upper(keys().publicKey().point())).isEqualTo("04" + PUBLIC_X + PUBLIC_Y);
    }

    @Test
    void sm2_hash_of_the_signer() {
        assertThat(upper(signerHash()))
                .isEqualTo("B2E14C5C79C6DF5B85F4FE7ED8DB7A262B9DA7E07CCB0EA9F4747B8CCDA8A4F3");
    }

    @Test
    void sm2_signature_with_the_published_k() {
        Sm2Signer signer = new Sm2Signer(keys(), new TestRandomBigInteger(K, 16));

        assertThat(upper(signer.sign(MESSAGE))).isEqualTo(SIGNATURE);
    }

    @Test
    void sm2_verification_of_the_published_signature() {
        byte[] signature = HEX.parseHex(SIGNATURE);

        assertThat(SignatureVerifier.verify(keys().publicKey(), MESSAGE, signature)).isTrue();
        assertThat(SignatureVerifier.verify(keys().publicKey(), ascii("massage digest"), signature))
                .isFalse();
    }

    @Test
    void sm2_encryption_with_the_published_k_in_the_standards_order() {
        String expected =
                "0404EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73"
                        + "E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0"
                        + "59983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766"
                        + "21886CA989CA9C7D58087307CA93092D651EFA";
        byte[] plain = ascii("encryption standard");

        byte[] cipher =
                Sm2Cipher.encrypt(keys().publicKey(), plain, new TestRandomBigInteger(K, 16));

        assertThat(upper(cipher)).isEqualTo(expected);
        assertThat(Sm2Cipher.decrypt(keys(), cipher)).isEqualTo(plain);
    }

    @Test
    void sm4_gcm_of_rfc_8998() {
        byte[] plain =
                HEX.parseHex(
                        "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] nonce = HEX.parseHex("00001234567800000000ABCD");
        byte[] associated = HEX.parseHex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");

        try (SecretBytes key = SecretBytes.owning(HEX.parseHex(SM4_KEY))) {
            byte[] cipher = Sm4Gcm.encrypt(key, nonce, associated, plain);

            assertThat(upper(cipher))
                    .isEqualTo(
                            "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                                    + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                                    + "83DE3541E4C2B58177E065A9BF7B62EC");
            assertThat(Sm4Gcm.decrypt(key, nonce, associated, cipher)).isEqualTo(plain);
        }
    }

    /// Z = SM3(ENTL ‖ ID ‖ a ‖ b ‖ x_G ‖ y_G ‖ x_A ‖ y_A), GB/T 32918.2 §5.5.
    private static byte[] signerHash() {
        ECCurve curve = BouncyCastle.SM2_CURVE.getCurve();
        ECPoint base = BouncyCastle.SM2_CURVE.getG();
        MessageDigest digest = DigestAlgorithm.SM3.messageDigest();
        digest.update(new byte[] {0, (byte) 128});
        digest.update(ascii("1234567812345678"));
        digest.update(curve.getA().getEncoded());
        digest.update(curve.getB().getEncoded());
        digest.update(base.getAffineXCoord().getEncoded());
        digest.update(base.getAffineYCoord().getEncoded());
        digest.update(keys().publicKey().point(), 1, 64);
        return digest.digest();
    }

    private static String sm4Rounds(int rounds) {
        byte[] block = HEX.parseHex(SM4_KEY);
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(block));
        for (int i = 0; i < rounds; i++) {
            engine.processBlock(block, 0, block, 0);
        }
        return HEX.formatHex(block);
    }

    private static Sm2KeyPair keys() {
        return Sm2KeyPair.ofScalar(PRIVATE_KEY);
    }

    private static BigInteger hex(String text) {
        return new BigInteger(text, 16);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String upper(byte[] bytes) {
        return HEX.withUpperCase().formatHex(bytes);
    }
}
