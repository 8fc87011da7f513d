package io.databourse.rest;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.share.Contribution;
import io.databourse.pricing.share.Distribution;
import io.databourse.pricing.share.KnnShapley;
import io.databourse.pricing.share.NegativeRule;
import io.databourse.pricing.share.Sampling;
import io.databourse.pricing.share.SplitRule;
import io.databourse.pricing.share.UtilityTable;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Roles;
import io.databourse.settlement.SharingPreview;
import io.databourse.settlement.SharingTerms;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shares before they are agreed, or again from what was published. Nothing is kept.
@Path("/sharing-previews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SharingPreviewResource {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR, Roles.REGULATOR})
    @Operation(
            value =
                    "Compute Shapley values from utilities, and what each party would get of an amount.",
            keyed = false)
    public Preview preview(Game game) {
        return Calculation.of(() -> computed(game));
    }

    @POST
    @Path("orders")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR, Roles.REGULATOR})
    @Operation(
            value = "Tell how many orders to draw so that all values are as exact as wished.",
            keyed = false)
    public Orders orders(Accuracy wish) {
        return Calculation.of(() ->
                new Orders(Sampling.ordersFor(wish.parties, wish.range, wish.epsilon, wish.delta)));
    }

    @POST
    @Path("terms")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR, Roles.REGULATOR})
    @Operation(
            value = "Compute who would get what of all that a contract earns under some terms.",
            keyed = false)
    public SharingPreview terms(Earnings earnings) {
        return SharingPreview.of(earnings.terms, earnings.earned, earnings.units);
    }

    @POST
    @Path("neighbours")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR, Roles.REGULATOR})
    @Operation(
            value =
                    "Compute what the rows of each owner are worth to a classifier by the nearest neighbours.",
            keyed = false)
    public Worth neighbours(KnnShapley.Neighbours game) {
        return Calculation.of(() -> new Worth(game.values()));
    }

    /// @param values by owner; together they are how likely the right label is with all rows
    public record Worth(List<Rational> values) {}

    private static Preview computed(Game game) {
        Contribution contribution =
                Contribution.of(UtilityTable.of(game.parties, game.utilities), game.sampling);
        return new Preview(
                contribution.values(),
                contribution.parts(game.negative),
                game.amount.map(amount -> split(amount, contribution, game.negative)));
    }

    private static List<Money> split(Money amount, Contribution contribution, NegativeRule rule) {
        return Distribution.of(amount, new SplitRule.ByContribution(contribution, rule)).shares();
    }

    /// @param range how far apart a party's marginal contributions lie at most
    /// @param epsilon how far a value may be off, in the unit of the range
    /// @param delta how likely one may be farther off
    public record Accuracy(int parties, Rational range, Rational epsilon, Rational delta) {}

    public record Orders(int orders) {}

    /// @param earned the gross less the exchange's commission
    /// @param units of the contract's quota that were used
    public record Earnings(SharingTerms terms, Money earned, long units) {}

    /// @param utilities what parties are worth together, by coalition such as `0+2`
    /// @param sampling how orders are drawn; without it the values are exact, up to 15 parties
    public record Game(
            int parties,
            Map<String, Rational> utilities,
            Optional<Sampling> sampling,
            NegativeRule negative,
            Optional<Money> amount) {}

    /// @param parts of the whole, adding up to 1
    /// @param shares of the amount, to the fen by the largest remainder
    public record Preview(
            List<Rational> values, List<Rational> parts, Optional<List<Money>> shares) {}
}
