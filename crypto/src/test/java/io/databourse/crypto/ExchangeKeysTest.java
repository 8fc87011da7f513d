package io.databourse.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeKeysTest {
    private static final List<String> HOSTS = List.of("exchange.example");
    @TempDir private Path folder;

    @Test
    void the_signer_stands_below_the_signing_root() throws IOException {
        ExchangeKeys keys = ExchangeKeys.createOrLoad(folder.resolve("exchange"), HOSTS);
        String signature = keys.signer().signDocument("{}");

        assertThat(SignatureVerifier.verifyDocument(keys.signerCertificate(), "{}", signature))
                .isTrue();
        assertThat(
                        new CertificateCheck(keys.signingCa().certificate())
                                .check(keys.signerCertificate(), Instant.now()))
                .isEqualTo(CertificateStatus.VALID);
        assertThat(keys.signingCa().algorithm()).isEqualTo(KeyAlgorithm.SM2);
        assertThat(keys.channelCa().algorithm()).isEqualTo(KeyAlgorithm.P256);
        assertThat(Pem.certificate(Files.readString(keys.channelCaPem())))
                .isEqualTo(keys.channelCa().certificate());
    }

    @Test
    void a_second_start_changes_no_byte() throws IOException {
        ExchangeKeys.createOrLoad(folder, HOSTS);
        Map<String, Digest> before = content();
        ExchangeKeys.createOrLoad(folder, HOSTS);

        assertThat(content()).isEqualTo(before).hasSize(9);
    }

    @Test
    void a_start_that_was_cut_off_is_continued_with_the_same_roots() throws IOException {
        ExchangeKeys first = ExchangeKeys.createOrLoad(folder, HOSTS);
        for (String lost : List.of("signer.p12", "tls.p12", "channel-trust.p12")) {
            Files.delete(folder.resolve(lost));
        }
        ExchangeKeys second = ExchangeKeys.createOrLoad(folder, HOSTS);

        assertThat(second.signingCa().certificate()).isEqualTo(first.signingCa().certificate());
        assertThat(second.signerCertificate()).isNotEqualTo(first.signerCertificate());
        assertThat(second.tlsKeyStore()).exists();
    }

    @Test
    void only_the_owner_reads_the_files() throws IOException {
        ExchangeKeys.createOrLoad(folder, HOSTS);

        for (String name : content().keySet()) {
            if (!name.equals(".lock")) {
                assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                        .as(name)
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    @Test
    void a_new_host_name_or_a_near_end_renews_the_server_certificate_alone() throws IOException {
        Instant start = Instant.parse("2026-11-21T00:00:00Z");
        create(start, HOSTS);
        Map<String, Digest> first = content();
        create(start.plusSeconds(300L * 86_400), HOSTS);
        assertThat(content()).isEqualTo(first);

        create(start.plusSeconds(340L * 86_400), HOSTS);
        Map<String, Digest> renewed = content();
        assertThat(changed(first, renewed)).containsExactly("tls.p12");

        create(start.plusSeconds(341L * 86_400), List.of("other.example"));
        assertThat(changed(renewed, content())).containsExactly("tls.p12");
    }

    @Test
    void a_wrong_secret_or_a_missing_folder_is_said() throws IOException {
        assertThatThrownBy(() -> ExchangeKeys.load(folder)).isInstanceOf(NoSuchFileException.class);
        ExchangeKeys.createOrLoad(folder, HOSTS);
        Files.write(folder.resolve("secret"), "wrong".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> ExchangeKeys.load(folder))
                .isInstanceOf(CryptoException.class)
                .hasMessageContaining("signing-ca.p12");
    }

    private void create(Instant at, List<String> hosts) throws IOException {
        ExchangeKeys.createOrLoad(folder, hosts, Clock.fixed(at, ZoneOffset.UTC));
    }

    private Map<String, Digest> content() throws IOException {
        Map<String, Digest> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                content.put(folder.relativize(file).toString(), Digest.sha256(file));
            }
        }
        return content;
    }

    private static List<String> changed(Map<String, Digest> one, Map<String, Digest> other) {
        return one.keySet().stream()
                .filter(name -> !Objects.equals(one.get(name), other.get(name)))
                .toList();
    }
}
