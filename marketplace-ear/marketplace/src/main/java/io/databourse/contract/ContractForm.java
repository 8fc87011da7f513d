package io.databourse.contract;

import static java.util.stream.Collectors.joining;

import io.databourse.catalog.RoomTables;
import io.databourse.contract.ContractDocument.ContractParty;
import io.databourse.form.AgreedUse;
import io.databourse.form.Agreement;
import io.databourse.form.Blanks;
import io.databourse.form.ModelContract;
import io.databourse.money.Money;
import io.databourse.pricing.ChargingRule;
import io.databourse.pricing.PayAsYouGo;
import io.databourse.pricing.book.PriceTerms;
import io.databourse.registration.DataProduct;
import io.databourse.registration.DataRight;
import io.databourse.registration.SourceKind;
import io.databourse.registration.SpecificationSheet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Fills the model contract text with what the exchange knows of a sale; of what it does not know
/// it says so. What it fills is decided by the document alone.
final class ContractForm {
    private static final String NOT_AGREED = "双方未约定";

    private final ContractDocument document;
    private final SpecificationSheet sheet;
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> ticked = new HashSet<>();

    private ContractForm(ContractDocument document) {
        this.document = document;
        this.sheet = document.product().sheet();
    }

    static String text(ContractDocument document) {
        ContractForm form = new ContractForm(document);
        form.data();
        form.rights();
        form.delivery();
        form.price();
        form.rest();
        Blanks known = new Blanks(form.texts, form.ticked);
        return ModelContract.fill(known.with(agreement(document).blanks()));
    }

    private static Agreement agreement(ContractDocument document) {
        UsagePolicy policy = document.policy();
        return new Agreement(
                document.id().value(),
                document.order().productName(),
                side(document, PartyRole.PROVIDER),
                side(document, PartyRole.CONSUMER),
                new AgreedUse(
                        policy.purposes(),
                        policy.tasks(),
                        policy.maximumRuns(),
                        policy.notAfter(),
                        policy.joinColumns(),
                        policy.filterColumns(),
                        policy.resultColumns(),
                        policy.recipients(),
                        policy.providerColumns(),
                        policy.minimumResultSize(),
                        policy.room().isPresent()),
                document.order().charging().payAsYouGo().isPresent()
                        ? Optional.empty()
                        : Optional.of(document.order().amount().amount()));
    }

    private static Agreement.Side side(ContractDocument document, PartyRole role) {
        ContractParty party =
                document.parties().stream()
                        .filter(each -> each.role() == role)
                        .findFirst()
                        .orElseThrow();
        return new Agreement.Side(
                party.organisation(), party.creditCode(), party.node().id().value());
    }

    private void data() {
        DataProduct product = document.product();
        String fields =
                sheet.fields().stream()
                        .map(field -> field.name() + "（" + field.description() + "）")
                        .collect(joining("、"));
        texts.put(
                "data.content",
                "%s；字段：%s；登记所载时间范围：%s，更新频率：%s%s"
                        .formatted(
                                sheet.overview().replaceAll("[。；\\s]+$", ""),
                                fields,
                                sheet.timeSpan(),
                                sheet.updateFrequency(),
                                furtherTables(document.tables())));
        texts.put(
                "data.size",
                "登记时%d行、%d个字段".formatted(product.rowCount(), product.columns().size()));
        texts.put(
                "data.source",
                "%s；登记凭证%s".formatted(source(sheet.sourceKind()), certificate(product)));
        Map<String, String> span = TimeSpan.blanks(sheet.timeSpan());
        if (!span.isEmpty()) {
            ticked.add("span");
            texts.putAll(span);
        }
    }

    private static String furtherTables(RoomTables tables) {
        return tables.products().isEmpty()
                ? ""
                : tables.products().values().stream()
                        .map(each -> each.sheet().name() + "（登记凭证" + certificate(each) + "）")
                        .collect(joining("、", "；可联接的其他数据：", ""));
    }

    private static String certificate(DataProduct product) {
        return product.certificateNumber().orElseThrow();
    }

    private static String source(SourceKind kind) {
        return switch (kind) {
            case SELF_GENERATED -> "自行采集生成";
            case AGREEMENT -> "协议取得";
            case CRAWLED_PUBLIC -> "自动化程序收集的公开数据";
            case DERIVED -> "衍生创造";
            case COMMISSIONED_PROCESSING -> "受托处理";
        };
    }

    private void rights() {
        String scope =
                "以登记凭证%s所载为准%s"
                        .formatted(
                                certificate(document.product()),
                                sheet.restrictions().isBlank()
                                        ? ""
                                        : "；限制：" + sheet.restrictions());
        for (DataRight right : sheet.rights()) {
            String blank =
                    switch (right) {
                        case HOLD -> "provider.hold";
                        case USE -> "provider.use";
                        case OPERATE -> "provider.operate";
                    };
            texts.put(blank, scope);
            ticked.add(blank);
        }
        texts.put("consumer.duties", "上述权利范围由双方节点按本合同文件的使用策略（policy）自动执行");
        texts.put("registrar", "乙");
        texts.put("derived.exception", NOT_AGREED);
        texts.put("disposal", "甲方不持有结果以外的标的数据，无需处置；对已取得的结果，" + NOT_AGREED);
        texts.put(
                "quality",
                "与登记时的内容一致（内容指纹%s），乙方节点在每次计算前核对，不一致的不予执行；其他标准%s"
                        .formatted(document.product().contentHash(), NOT_AGREED));
    }

    private void delivery() {
        texts.put("delivery", "1");
        ticked.add("delivery.online");
        texts.put("delivery.how", "经数据交易所按次提供计算或查询结果，除可进入结果的字段外，原始数据不离开提供方节点");
        ChargingRule rule = document.order().charging().rule();
        texts.put(
                "delivery.when",
                "每次计算或查询完成之时；每次查得计%d次、查无计%d次、失败计%d次；期满未使用的次数不再提供，补充协议另有约定的除外"
                        .formatted(rule.hit(), rule.miss(), rule.error()));
        texts.put("inspection", NOT_AGREED);
    }

    private void price() {
        Optional<PayAsYouGo> metered = document.order().charging().payAsYouGo();
        if (metered.isPresent()) {
            texts.put("fee.metered", metered(metered.get()));
            return;
        }
        texts.put("payment", "2");
        ticked.add("payment.at.signing");
        texts.put("payment.days", "0（价款下单时已由数据交易所自甲方预付款中预留，按次结转乙方）");
    }

    private static String metered(PayAsYouGo terms) {
        String pack =
                terms.packUnits() == 0
                        ? ""
                        : "先以%s购买%d次；其后按下列价格；"
                                .formatted(yuan(terms.packPrice()), terms.packUnits());
        String months = terms.periods().map(count -> "；为期%d个月".formatted(count)).orElse("");
        return "%s%s%s；累计不超过%s，由数据交易所自甲方预付款中预留并按次结转乙方；价格第%d版，指纹%s"
                .formatted(
                        pack,
                        PriceTerms.zh(terms.price()),
                        months,
                        yuan(terms.cap()),
                        terms.price().number(),
                        terms.priceHash());
    }

    private static String yuan(Money money) {
        return "人民币" + money.amount() + "元";
    }

    private void rest() {
        texts.put("breach", NOT_AGREED);
        texts.put("dispute", "/（诉讼或仲裁" + NOT_AGREED + "，先由数据交易所按其争议处理规则处理）");
        texts.put("copies", "1（电子文件）");
        texts.put("copies.each", "1（同一电子文件）");
        texts.put("consumer.signature", "甲方节点以SM2电子签名，附于本合同文件");
        texts.put("provider.signature", "乙方节点以SM2电子签名，附于本合同文件");
    }
}
