package io.databourse.contract;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.catalog.RoomTables;
import io.databourse.contract.ContractDocument.ContractParty;
import io.databourse.crypto.Digest;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeState;
import io.databourse.membership.PartyNode;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.order.Order;
import io.databourse.order.OrderState;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductService;
import io.databourse.registration.ProductState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Gathers what a contract is made of.
@ApplicationScoped
class ContractDrafts {
    private final CatalogService catalog;
    private final ProductService products;
    private final MerchantService merchants;
    private final MembershipService membership;
    private final Clock clock;

    @Inject
    ContractDrafts(
            CatalogService catalog,
            ProductService products,
            MerchantService merchants,
            MembershipService membership,
            Clock clock) {
        this.catalog = catalog;
        this.products = products;
        this.merchants = merchants;
        this.membership = membership;
        this.clock = clock;
    }

    Contract draft(Caller caller, ContractRequest request, Order order, Merchant buyer) {
        if (order.state() != OrderState.PLACED) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "The order is %s.", order.state());
        }
        // The document says when in whole seconds: people read it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Listing listing = catalog.find(order.listingId());
        UsagePolicy policy = ContractRules.policy(request, order, listing.terms(), now);
        DataProduct product = products.find(caller, order.productId());
        if (product.state() != ProductState.REGISTERED) {
            throw Refusal.of(ErrorCode.NOT_LISTED, "The product is %s by now.", product.state());
        }
        RoomTables tables = tables(policy);
        Merchant provider = merchants.find(Caller.system(), order.provider());
        PartyNode consumerNode = ownNode(request.consumerNode(), buyer);
        PartyNode providerNode = active(membership.find(Caller.system(), product.nodeId()));
        PartyNode computeNode =
                membership
                        .computeNode()
                        .orElseThrow(() ->
                                Refusal.of(
                                        ErrorCode.NODE_NOT_ACTIVE,
                                        "The exchange has no compute node."));
        ContractId id = ContractId.next();
        String document =
                new ContractDocument(
                                id,
                                order,
                                product,
                                tables,
                                List.of(
                                        party(PartyRole.PROVIDER, provider, providerNode),
                                        party(PartyRole.CONSUMER, buyer, consumerNode),
                                        new ContractParty(
                                                PartyRole.COMPUTE,
                                                computeNode.ownerName(),
                                                "",
                                                active(computeNode))),
                                policy,
                                now)
                        .text();
        return new Contract(
                id,
                order.id(),
                product.id(),
                order.productName(),
                provider.id(),
                provider.name(),
                buyer.id(),
                buyer.name(),
                ContractState.AWAITING_SIGNATURES,
                policy,
                order.amount(),
                order.units(),
                order.charging(),
                document,
                Digest.sm3(document).toString(),
                List.of(
                        PartySignature.open(
                                PartyRole.PROVIDER,
                                provider.id(),
                                provider.name(),
                                providerNode.id()),
                        PartySignature.open(
                                PartyRole.CONSUMER, buyer.id(), buyer.name(), consumerNode.id())),
                now,
                List.of(),
                false);
    }

    private RoomTables tables(UsagePolicy policy) {
        RoomTables tables =
                policy.room().map(rules -> RoomTables.of(rules, products)).orElse(RoomTables.NONE);
        for (DataProduct table : tables.products().values()) {
            if (table.state() != ProductState.REGISTERED) {
                throw Refusal.of(
                        ErrorCode.NOT_LISTED,
                        "The product %s, which can be joined, is %s by now.",
                        table.id(),
                        table.state());
            }
        }
        return tables;
    }

    private PartyNode ownNode(NodeId id, Merchant owner) {
        PartyNode node = membership.find(Caller.system(), id);
        if (!node.owner().filter(owner.id()::equals).isPresent()) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "You have no node %s.", id);
        }
        return active(node);
    }

    private static PartyNode active(PartyNode node) {
        if (node.state() != NodeState.ACTIVE) {
            throw Refusal.of(
                    ErrorCode.NODE_NOT_ACTIVE, "The node %s is %s.", node.name(), node.state());
        }
        return node;
    }

    private static ContractParty party(PartyRole role, Merchant merchant, PartyNode node) {
        return new ContractParty(role, merchant.name(), merchant.creditCode().value(), node);
    }
}
