package io.databourse.web.operator;

import io.databourse.call.Caller;
import io.databourse.call.Decision;
import io.databourse.call.PageRequest;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeState;
import io.databourse.membership.PartyNode;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.merchant.MerchantState;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductService;
import io.databourse.registration.ProductState;
import io.databourse.registration.ReviewDecision;
import io.databourse.web.node.NodeKeys;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.FieldTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.SheetFacts;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Collects what waits for the operator from all stages, with the dialog that decides it.
@Dependent
class ReviewQueue {
    private static final PageRequest MANY = PageRequest.first(PageRequest.MOST);

    private final MerchantService merchants;
    private final MembershipService membership;
    private final ProductService products;

    @Inject
    ReviewQueue(MerchantService merchants, MembershipService membership, ProductService products) {
        this.merchants = merchants;
        this.membership = membership;
        this.products = products;
    }

    /// @param done called when something was decided
    List<ReviewItem> items(Runnable done) {
        Caller caller = CurrentUser.caller();
        Stream<ReviewItem> applicants =
                merchants.all(caller, MANY).items().stream()
                        .filter(each ->
                                each.state() == MerchantState.APPLIED
                                        || each.state() == MerchantState.REVIEWING)
                        .map(each -> item(each, done));
        Stream<ReviewItem> nodes =
                membership.list(caller).stream()
                        .filter(node -> node.state() == NodeState.PENDING)
                        .map(node -> item(node, done));
        Stream<ReviewItem> sheets =
                products.all(caller, MANY).items().stream()
                        .filter(each ->
                                each.state() == ProductState.PENDING
                                        || each.state() == ProductState.REVIEWING
                                        || each.state() == ProductState.PUBLICIZING)
                        .map(each -> item(each, done));
        return Stream.of(applicants, nodes, sheets)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(ReviewItem::since))
                .toList();
    }

    private ReviewItem item(Merchant merchant, Runnable done) {
        return new ReviewItem(
                "review.merchant",
                merchant.id().value(),
                merchant.name(),
                merchant.appliedBy(),
                merchant.state(),
                merchant.appliedAt(),
                () -> open(merchant, done));
    }

    private void open(Merchant merchant, Runnable done) {
        Facts facts =
                new Facts()
                        .add("merchant.name", merchant.name())
                        .mono("merchant.creditCode", merchant.creditCode().value())
                        .add("merchant.type", Texts.of(merchant.type()))
                        .add("merchant.contact", merchant.contact())
                        .add("merchant.appliedBy", merchant.appliedBy());
        ReviewDialog dialog = new ReviewDialog(Texts.t("review.merchant"), facts, done);
        if (merchant.state() == MerchantState.APPLIED) {
            dialog.offerStart(() -> merchants.startReview(CurrentUser.caller(), merchant.id()));
        } else {
            dialog.offerDecision((approve, reason) ->
                    merchants.decide(
                            CurrentUser.caller(), merchant.id(), new Decision(approve, reason)));
        }
        dialog.open();
    }

    private ReviewItem item(PartyNode node, Runnable done) {
        return new ReviewItem(
                "review.node",
                node.id().value(),
                node.name(),
                Texts.ofCode("organisation", node.ownerName()),
                node.state(),
                node.createdAt(),
                () -> open(node, done));
    }

    private void open(PartyNode node, Runnable done) {
        Facts facts =
                NodeKeys.of(node)
                        .add("node.owner", Texts.ofCode("organisation", node.ownerName()))
                        .mono("node.endpoint", node.channelEndpoint().orElse(""))
                        .add("node.version", node.version().orElse(""));
        ReviewDialog dialog = new ReviewDialog(Texts.t("review.node"), facts, done);
        dialog.add(Blocks.paragraph(Texts.t("review.compareKeys")));
        dialog.offerDecision((approve, reason) ->
                membership.decide(CurrentUser.caller(), node.id(), new Decision(approve, reason)));
        dialog.open();
    }

    private ReviewItem item(DataProduct product, Runnable done) {
        return new ReviewItem(
                "review.product",
                product.id().value(),
                product.sheet().name(),
                product.holderName(),
                product.state(),
                product.submittedAt(),
                () -> open(product, done));
    }

    private void open(DataProduct product, Runnable done) {
        Facts facts =
                SheetFacts.of(product.sheet())
                        .add("product.holder", product.holderName())
                        .add("product.rows", Figures.of(product.rowCount()))
                        .mono("product.contentHash", product.contentHash());
        ReviewDialog dialog = new ReviewDialog(product.sheet().name(), facts, done);
        dialog.add(
                Blocks.paragraph(product.sheet().overview()),
                FieldTable.of(product.sheet().fields()));
        switch (product.state()) {
            case PENDING ->
                    dialog.offerStart(
                            () -> products.startReview(CurrentUser.caller(), product.id()));
            case REVIEWING ->
                    dialog.offerDecisionWithNotice((decision, waiver) ->
                            products.decide(
                                    CurrentUser.caller(),
                                    product.id(),
                                    new ReviewDecision(
                                            decision.approve(),
                                            decision.reason(),
                                            Optional.of(waiver))));
            case PUBLICIZING -> {
                dialog.add(
                        Blocks.next(
                                Texts.t(
                                        "review.noticeUntil",
                                        product.noticeEndsOn().map(Object::toString).orElse("–"))));
                dialog.offer(
                        "review-register",
                        Texts.t("review.registerNow"),
                        () -> products.register(CurrentUser.caller(), product.id()));
            }
            case DRAFT, REGISTERED, REJECTED, CANCELLED -> {
                // Nothing waits here.
            }
        }
        dialog.open();
    }
}
