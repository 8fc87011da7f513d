package io.databourse.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.catalog.NewPricing;
import io.databourse.contract.Contract;
import io.databourse.contract.PartySignature;
import io.databourse.crypto.Digest;
import io.databourse.crypto.Fingerprint;
import io.databourse.crypto.MerkleHash;
import io.databourse.crypto.MerkleVerifier;
import io.databourse.crypto.Pem;
import io.databourse.dispatch.Condition;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.OtherInput;
import io.databourse.form.ModelContract;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.json.Json;
import io.databourse.money.Money;
import io.databourse.pricing.ChargingRule;
import io.databourse.pricing.book.PriceText;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The model contract text, from a real product and order, with real keys and the real log.
class ContractFilesTest {
    private static final byte[] USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final ContractFiles files = exchange.bean(ContractFiles.class);

    @Test
    @Tag("G05")
    void the_filled_form_is_signed_by_both_stands_in_the_log_and_is_enforced() throws IOException {
        Contract contract = market.contract();

        isFilled(contract);
        for (PartySignature each : contract.signatures()) {
            assertThat(verifies(each, contract.document())).isTrue();
            assertThat(verifies(each, contract.document().replace("伍仟", "伍佰"))).isFalse();
        }
        hashIsInTheLog(contract);
        isEnforced(contract);
    }

    private void isFilled(Contract contract) {
        var form = Json.tree(contract.document()).path("form");
        assertThat(form.path("code").asText()).isEqualTo("GF-2025-2615");
        assertThat(form.path("text").asText())
                .isEqualTo(files.text(market.bank, contract.id()))
                .contains("编号：" + contract.id() + "\n")
                .contains("甲方（接收方）：" + market.bankMerchant.name() + "\n证件类型：☑统一")
                .contains("证件号码：" + market.airlineMerchant.creditCode().value())
                .contains("数据名称：" + contract.productName())
                .contains("会员等级与近一年飞行次数；字段：member_id（会员号）、mobile（手机号）")
                .contains("☑2025年/月/日至2026年/月/日")
                .contains("登记时6097行、4个字段")
                .contains("☑数据经营权\n以登记凭证DXC-")
                .contains("限制：marketing only")
                .contains("用途：营销（marketing）；方式：mpc/psi；至多10次")
                .contains("☑其他云端存储服务：经数据交易所按次提供计算或查询结果，除可进入结果的字段外，原始数据不离开")
                .contains("费用总额为人民币5000.00元（大写：人民币伍仟元整）")
                .contains("每次查得计1次、查无计1次、失败计0次")
                .contains("先由数据交易所按其争议处理规则处理");
        assertThat(ModelContract.read(form.path("text").asText()).ticked())
                .containsExactlyInAnyOrder(
                        "credit.code",
                        "span",
                        "provider.hold",
                        "provider.use",
                        "provider.operate",
                        "consumer.use",
                        "delivery.online",
                        "payment.at.signing");
    }

    /// By Bouncy Castle and none of our code.
    private static boolean verifies(PartySignature signature, String document) throws IOException {
        SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);
        verifier.init(
                false,
                new ParametersWithID(
                        PublicKeyFactory.createKey(
                                Pem.certificate(signature.certificate().orElseThrow())
                                        .getPublicKey()
                                        .getEncoded()),
                        USER));
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(
                Base64.getDecoder().decode(signature.signature().orElseThrow()));
    }

    private void hashIsInTheLog(Contract contract) {
        Placing.all();
        EvidenceService log = exchange.bean(EvidenceService.class);
        List<EvidenceEntry> entries =
                log.story(market.operator, contract.id().value()).stream()
                        .filter(entry -> Set.of("Signed", "Activated").contains(entry.type()))
                        .toList();
        assertThat(entries).hasSize(3);
        for (EvidenceEntry entry : entries) {
            assertThat(Json.tree(entry.document()).findValue("documentHash").asText())
                    .isEqualTo(Digest.sm3(contract.document()).toString());
            InclusionProof proof = log.inclusionProof(entry.id());
            assertThat(
                            MerkleVerifier.inclusion(
                                    MerkleHash.leaf(
                                            entry.document().getBytes(StandardCharsets.UTF_8)),
                                    proof.index(),
                                    proof.treeSize(),
                                    proof.path().stream().map(Digest::parse).toList(),
                                    Digest.parse(proof.checkpoint().rootHash())))
                    .isTrue();
        }
    }

    private void isEnforced(Contract contract) {
        JobRequest good = market.request(contract);
        assertRefused(
                ErrorCode.PURPOSE_NOT_ALLOWED,
                new JobRequest(
                        contract.id(), good.task(), "research", good.own(), good.provider()));
        assertRefused(
                ErrorCode.TASK_NOT_ALLOWED,
                new JobRequest(
                        contract.id(), "mpc/other", good.purpose(), good.own(), good.provider()));
        assertRefused(
                ErrorCode.COLUMN_NOT_ALLOWED,
                new JobRequest(
                        contract.id(),
                        good.task(),
                        good.purpose(),
                        good.own(),
                        new OtherInput(
                                List.of("mobile"),
                                List.of(
                                        new Condition(
                                                "member_id",
                                                Condition.Operator.EQ,
                                                List.of("1"))))));
        assertThat(exchange.bean(QuotaService.class).view(contract.id()))
                .isEqualTo(new Quota(contract.id(), 10, 0, 0));
        assertThat(exchange.bean(JobService.class).start(market.bank, good).contractId())
                .isEqualTo(contract.id());
    }

    private void assertRefused(ErrorCode code, JobRequest request) {
        assertThatThrownBy(() -> exchange.bean(JobService.class).start(market.bank, request))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void the_pdf_has_the_articles_the_signatures_and_their_places_in_the_log() throws IOException {
        Contract contract = market.contract();
        Placing.all();

        try (PDDocument pdf = Loader.loadPDF(files.pdf(market.airline, contract.id()))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text)
                    .contains("第一条标的数据描述")
                    .contains("第十六条其他规定")
                    .contains("人民币伍仟元整")
                    .contains(contract.documentHash())
                    .contains("Activated#");
            for (PartySignature each : contract.signatures()) {
                assertThat(text)
                        .contains(each.signature().orElseThrow())
                        .contains(
                                Fingerprint.of(Pem.certificate(each.certificate().orElseThrow())));
            }
        }
    }

    @Test
    void use_that_is_paid_as_it_comes_is_priced_in_the_words_of_its_version() {
        Market metered =
                new Market(
                        10,
                        Optional.of(
                                new NewPricing(
                                        Optional.of(ChargingRule.STANDARD),
                                        List.of(
                                                PriceText.read(
                                                        "graduated HITS 0:0.10 1000:0.05")))));
        Contract contract = metered.payAsYouGo(Money.cny("10.00"));

        assertThat(files.text(metered.bank, contract.id()))
                .contains("按照以下第2种方式计算费用")
                .contains("费用总额为/（大写：/）")
                .contains("超过0次查得的，每次查得0.1元，超过1000次查得的，每次查得0.05元")
                .contains("累计不超过人民币10.00元")
                .contains(contract.charging().payAsYouGo().orElseThrow().priceHash());
    }

    @Test
    void a_stranger_has_no_file_of_a_contract() {
        Contract draft = market.draft();
        Market other = new Market();

        assertThatThrownBy(() -> files.text(other.bank, draft.id())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> files.pdf(other.bank, draft.id())).isInstanceOf(Refusal.class);
    }
}
