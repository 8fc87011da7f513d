package io.databourse.rest;

import io.databourse.money.Rational;
import io.databourse.pricing.value.ChainQueryPrice;
import io.databourse.pricing.value.CostApproach;
import io.databourse.pricing.value.IncomeApproach;
import io.databourse.pricing.value.MarketApproach;
import io.databourse.pricing.value.NoisePrice;
import io.databourse.pricing.value.PriceSuggestion;
import io.databourse.pricing.value.QuerySale;
import io.databourse.pricing.value.VersionPrices;
import io.databourse.rest.wire.Inputs;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a price could be. Nothing is kept: the answer follows from the request alone.
@Path("/price-suggestions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PriceSuggestionResource {
    private static final int MOST_VARIANCES = 100;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            value =
                    "Suggest an interval of prices by cost, income and comparable deals, with the formulas and every number in them.",
            keyed = false)
    public PriceSuggestion suggest(Approaches approaches) {
        return Calculation.of(() ->
                PriceSuggestion.of(
                        Stream.of(
                                        approaches.cost.map(CostApproach::suggest),
                                        approaches.income.map(IncomeApproach::suggest),
                                        approaches.market.map(MarketApproach::suggest))
                                .flatMap(Optional::stream)
                                .toList()));
    }

    @POST
    @Path("noise")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            value =
                    "Price answers by their noise, with the privacy that each spends and the cheaper way, if there is one.",
            keyed = false)
    public NoiseAnswer noise(NoiseWish wish) {
        if (wish.variances.size() > MOST_VARIANCES) {
            throw Inputs.invalid("/variances", "are too many", "at most " + MOST_VARIANCES);
        }
        return Calculation.of(() ->
                new NoiseAnswer(
                        NoisePrice.FORMULA,
                        wish.price.arbitrageFree(),
                        wish.variances.stream().map(wish.price::at).toList()));
    }

    @POST
    @Path("versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            value = "Find versions of a model that others of the list together replace for less.",
            keyed = false)
    public VersionAnswer versions(VersionWish wish) {
        return Calculation.of(() -> new VersionAnswer(VersionPrices.check(wish.versions)));
    }

    @POST
    @Path("queries")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            value =
                    "Price queries by what their answers tell of the data; what a buyer knows already is not paid again.",
            keyed = false)
    public QueryAnswer queries(QuerySale sale) {
        return Calculation.of(() -> new QueryAnswer(sale.priced()));
    }

    @POST
    @Path("chain")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            value =
                    "Price Q(x, y) = R(x), S(x, y), T(y) by the cheapest selections from which its answer follows.",
            keyed = false)
    public ChainAnswer chain(ChainQueryPrice query) {
        return Calculation.of(() -> new ChainAnswer(query.price()));
    }

    /// @param queries in the order of the request
    public record QueryAnswer(List<QuerySale.Priced> queries) {}

    public record ChainAnswer(Rational price) {}

    /// @param cost what the data cost to make
    /// @param income what they will earn
    /// @param market what the like was sold for
    public record Approaches(
            Optional<CostApproach> cost,
            Optional<IncomeApproach> income,
            Optional<MarketApproach> market) {}

    public record NoiseWish(NoisePrice price, List<Rational> variances) {}

    /// @param arbitrageFree whether no average of noisier answers is cheaper
    public record NoiseAnswer(
            String formula, boolean arbitrageFree, List<NoisePrice.Quote> quotes) {}

    public record VersionWish(List<VersionPrices.Version> versions) {}

    /// @param cheaper versions that nobody needs to pay; none if the prices hold
    public record VersionAnswer(List<VersionPrices.Cheaper> cheaper) {}
}
