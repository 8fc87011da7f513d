package io.databourse.contract;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.membership.InstructionAnswered;
import io.databourse.membership.InstructionMailbox;
import io.databourse.membership.InstructionType;
import io.databourse.merchant.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks a party's node to sign, and knows which answer is awaited.
@ApplicationScoped
class SignatureRequests {
    private final InstructionMailbox mailbox;
    private final SignatureCheck check;

    @Inject
    SignatureRequests(InstructionMailbox mailbox, SignatureCheck check) {
        this.mailbox = mailbox;
        this.check = check;
    }

    /// @param subject whose answer it will be
    /// @return the party's signature, now asked for
    PartySignature send(
            List<PartySignature> signatures,
            MerchantId party,
            InstructionType type,
            String subject,
            Map<String, Object> payload) {
        PartySignature open = of(signatures, party);
        switch (open.state()) {
            case NOT_REQUESTED, REFUSED -> {}
            case SIGNING, SIGNED ->
                    throw Refusal.of(
                            ErrorCode.STATE_CONFLICT, "Your signature is %s.", open.state());
        }
        check.requireActive(open.nodeId());
        PartySignature asked = open.requested();
        mailbox.send(asked.nodeId(), type, subject, asked.tries(), payload);
        return asked;
    }

    /// The signature that the answer was awaited for; an answer that comes again or too late is for
    /// none.
    static Optional<PartySignature> awaited(
            List<PartySignature> signatures, InstructionAnswered event) {
        return signatures.stream()
                .filter(asked ->
                        asked.nodeId().equals(event.nodeId())
                                && asked.state() == SignatureState.SIGNING
                                && asked.tries() == event.attempt())
                .findFirst();
    }

    private static PartySignature of(List<PartySignature> signatures, MerchantId party) {
        return signatures.stream()
                .filter(each -> each.merchantId().equals(party))
                .findFirst()
                .orElseThrow();
    }
}
