package io.databourse.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databourse.call.Caller;
import io.databourse.call.Decision;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.crypto.Fingerprint;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SubjectName;
import io.databourse.harness.SeenEvents;
import io.databourse.harness.TestClock;
import io.databourse.merchant.MerchantSamples;
import io.databourse.merchant.MerchantService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembershipServiceTest {
    private static final Caller AIRLINE = new Caller("airline", Set.of(Role.MERCHANT));
    private static final Caller ADMIN = new Caller("airline-node", Set.of(Role.NODE_ADMIN));
    private static final Caller STRANGER = new Caller("bank-node", Set.of(Role.NODE_ADMIN));
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR));
    private static final Caller EXCHANGE =
            new Caller("exchange-node", Set.of(Role.NODE_ADMIN, Role.OPERATOR));
    private static final Decision YES = new Decision(true, "fingerprints compared by telephone");

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init") // made once, as key generation takes its time
    private static ExchangeKeys keys;

    private final TestClock clock = new TestClock();
    private final MerchantService merchants = MerchantSamples.service(clock);
    private final InMemoryMembershipStore store = new InMemoryMembershipStore();
    private final SeenEvents<MembershipEvent> events = new SeenEvents<>();
    private final MembershipService service =
            new MembershipService(
                    store, new NodeCertificates(keys, clock), merchants, events, clock);

    @BeforeAll
    static void makeKeys() throws IOException {
        keys = ExchangeKeys.createOrLoad(folder.resolve("exchange"), List.of("localhost"));
    }

    @BeforeEach
    void theAirlineIsActive() {
        MerchantSamples.active(merchants, AIRLINE, ADMIN);
    }

    private static void refused(ErrorCode code, Runnable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private X509Certificate approved(NodeInvitation invitation) {
        service.enrol(Applicant.withNewKeys().request(invitation.joinToken()));
        service.decide(OPERATOR, invitation.nodeId(), YES);
        return channelCertificate(invitation);
    }

    private X509Certificate channelCertificate(NodeInvitation invitation) {
        Enrolment enrolment = service.enrolment(invitation.nodeId(), invitation.joinToken());
        return Pem.certificate(enrolment.channelCertificate().orElseThrow());
    }

    private static X509CRL list(byte[] der) throws Exception {
        var x509 = CertificateFactory.getInstance("X.509");
        return (X509CRL) x509.generateCRL(new ByteArrayInputStream(der));
    }

    @Test
    void a_join_token_is_256_random_bits_and_only_its_hash_is_kept() {
        NodeInvitation invitation = service.invite(ADMIN, "airline-node");
        assertThat(invitation.joinToken()).matches("[0-9a-f]{64}");
        assertThat(service.invite(ADMIN, "second").joinToken())
                .isNotEqualTo(invitation.joinToken());
        String kept = store.find(invitation.nodeId()).orElseThrow().joinTokenHash;
        assertThat(kept).startsWith("sha256:").doesNotContain(invitation.joinToken());
        assertThat(invitation.toString()).doesNotContain(invitation.joinToken());
    }

    @Test
    void who_belongs_to_no_active_organisation_invites_nobody() {
        refused(ErrorCode.NO_ORGANISATION, () -> service.invite(STRANGER, "bank-node"));
        refused(ErrorCode.FORBIDDEN, () -> service.invite(AIRLINE, "airline-node"));
    }

    @Test
    void an_operator_of_the_exchange_brings_its_compute_node() {
        assertThat(service.computeNode()).isEmpty();
        NodeInvitation invitation = service.invite(EXCHANGE, "exchange-node");
        approved(invitation);
        assertThat(service.computeNode().orElseThrow().id()).isEqualTo(invitation.nodeId());
        assertThat(service.computeNode().orElseThrow().owner()).isEmpty();
    }

    @Test
    void enrolment_keeps_the_keys_fingerprints_for_the_operator() {
        NodeInvitation invitation = service.invite(ADMIN, "airline-node");
        Applicant applicant = Applicant.withNewKeys();
        service.enrol(applicant.request(invitation.joinToken()));
        PartyNode node = service.find(OPERATOR, invitation.nodeId());
        assertThat(node.state()).isEqualTo(NodeState.PENDING);
        assertThat(node.signingKeyFingerprint())
                .contains(Fingerprint.of(applicant.signing().getPublic()));
        assertThat(node.channelKeyFingerprint())
                .contains(Fingerprint.of(applicant.channel().getPublic()));
        assertThat(node.signingFingerprint()).isEmpty();
    }

    @Test
    void a_token_lets_in_one_pair_of_keys() {
        NodeInvitation invitation = service.invite(ADMIN, "airline-node");
        Applicant first = Applicant.withNewKeys();
        EnrolmentRequest request = first.request(invitation.joinToken());
        Enrolment enrolment = service.enrol(request);
        assertThat(service.enrol(request)).isEqualTo(enrolment);
        refused(
                ErrorCode.ENROLMENT_REFUSED,
                () -> service.enrol(Applicant.withNewKeys().request(invitation.joinToken())));
        refused(ErrorCode.UNAUTHENTICATED, () -> service.enrol(first.request("made up")));
        assertThat(events.seen()).hasSize(2);
    }

    @Test
    void a_key_of_the_wrong_kind_is_refused() {
        NodeInvitation invitation = service.invite(ADMIN, "airline-node");
        Applicant crossed = Applicant.withCrossedKeys();
        refused(
                ErrorCode.VALIDATION_FAILED,
                () -> service.enrol(crossed.request(invitation.joinToken())));
        assertThat(service.find(OPERATOR, invitation.nodeId()).state())
                .isEqualTo(NodeState.INVITED);
    }

    @Test
    void only_an_operator_decides_and_only_on_a_pending_node() {
        NodeInvitation invitation = service.invite(ADMIN, "airline-node");
        NodeId id = invitation.nodeId();
        refused(ErrorCode.STATE_CONFLICT, () -> service.decide(OPERATOR, id, YES));
        service.enrol(Applicant.withNewKeys().request(invitation.joinToken()));
        refused(ErrorCode.FORBIDDEN, () -> service.decide(ADMIN, id, YES));
        service.decide(OPERATOR, id, new Decision(false, "another fingerprint"));
        Enrolment enrolment = service.enrolment(id, invitation.joinToken());
        assertThat(enrolment.state()).isEqualTo(Enrolment.State.REJECTED);
        assertThat(enrolment.channelCertificate()).isEmpty();
    }

    @Test
    void approval_certifies_both_keys_for_two_years() {
        NodeInvitation invitation = service.invite(ADMIN, "airline-node");
        Applicant applicant = Applicant.withNewKeys();
        service.enrol(applicant.request(invitation.joinToken()));
        PartyNode node = service.decide(OPERATOR, invitation.nodeId(), YES);
        Enrolment enrolment = service.enrolment(invitation.nodeId(), invitation.joinToken());
        assertThat(enrolment.state()).isEqualTo(Enrolment.State.APPROVED);
        X509Certificate channel = channelCertificate(invitation);
        X509Certificate signing = Pem.certificate(enrolment.signingCertificate().orElseThrow());
        assertThat(channel.getPublicKey().getEncoded())
                .isEqualTo(applicant.channel().getPublic().getEncoded());
        assertThat(Fingerprint.of(signing.getPublicKey()))
                .isEqualTo(Fingerprint.of(applicant.signing().getPublic()));
        assertThat(node.channelFingerprint()).contains(Fingerprint.of(channel));
        assertThat(node.signingFingerprint()).contains(Fingerprint.of(signing));
        assertThat(SubjectName.of(channel).commonName()).isEqualTo(invitation.nodeId().value());
        assertThat(channel.getNotAfter().toInstant())
                .isEqualTo(Instant.parse("2028-11-21T02:00:00Z"));
        assertThat(service.authenticate(channel)).isEqualTo(invitation.nodeId());
    }

    @Test
    void a_revoked_certificate_is_refused_at_once_and_stands_on_both_lists() throws Exception {
        NodeInvitation invitation = service.invite(ADMIN, "airline-node");
        X509Certificate channel = approved(invitation);
        Enrolment enrolment = service.enrolment(invitation.nodeId(), invitation.joinToken());
        X509Certificate signing = Pem.certificate(enrolment.signingCertificate().orElseThrow());
        assertThat(list(service.revocationList()).isRevoked(channel)).isFalse();

        refused(
                ErrorCode.NOT_FOUND,
                () -> service.revoke(STRANGER, invitation.nodeId(), "I do not like them"));
        refused(ErrorCode.VALIDATION_FAILED, () -> service.revoke(ADMIN, invitation.nodeId(), " "));
        service.revoke(ADMIN, invitation.nodeId(), "disk lost");

        refused(ErrorCode.CERTIFICATE_REVOKED, () -> service.authenticate(channel));
        assertThat(list(service.revocationList()).isRevoked(channel)).isTrue();
        assertThat(
                        list(service.signingRevocationList())
                                .getRevokedCertificate(signing.getSerialNumber()))
                .isNotNull();
        refused(
                ErrorCode.STATE_CONFLICT,
                () -> service.revoke(ADMIN, invitation.nodeId(), "disk lost"));
    }

    @Test
    void a_certificate_of_nobody_authenticates_nobody() {
        refused(ErrorCode.UNAUTHENTICATED, () -> service.authenticate(keys.signerCertificate()));
    }

    @Test
    void a_node_is_online_for_a_minute_after_it_was_heard_of() {
        NodeInvitation invitation = service.invite(ADMIN, "airline-node");
        approved(invitation);
        SourceCard members = new SourceCard("members", "CSV", "frequent flyers");
        service.hello(
                invitation.nodeId(), new Hello("0.1.0", List.of(members), List.of(), "process"));
        PartyNode node = service.find(ADMIN, invitation.nodeId());
        assertThat(node.online()).isTrue();
        assertThat(node.sources()).containsExactly(members);
        clock.advance(Duration.ofSeconds(60));
        assertThat(service.find(ADMIN, invitation.nodeId()).online()).isFalse();
    }

    @Test
    void others_do_not_see_the_node() {
        NodeInvitation invitation = service.invite(ADMIN, "airline-node");
        refused(ErrorCode.NOT_FOUND, () -> service.find(STRANGER, invitation.nodeId()));
        assertThat(service.list(STRANGER)).isEmpty();
        assertThat(service.list(ADMIN)).hasSize(1);
        assertThat(service.list(OPERATOR)).hasSize(1);
    }
}
