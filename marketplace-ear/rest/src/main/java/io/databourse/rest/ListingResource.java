package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.catalog.ListingId;
import io.databourse.catalog.NewListing;
import io.databourse.catalog.NewPrice;
import io.databourse.catalog.PriceCheck;
import io.databourse.catalog.PriceCheckRequest;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// A merchant's own listings, 挂牌.
@Path("/listings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ListingResource {
    @Inject CatalogService catalog;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR, Roles.REGULATOR})
    @Operation("List your listings, on the shelf or off it; operator and regulator see all.")
    public Page<Listing> mine(@BeanParam Paging page) {
        return catalog.mine(caller.get(), page.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MERCHANT)
    @Operation(
            value = "Put a registered product on the shelf with its price plans and terms.",
            status = 201,
            answer = Listing.class,
            location = "/catalog/{id}",
            refusals = {ErrorCode.NOT_FOUND, ErrorCode.STATE_CONFLICT, ErrorCode.DUPLICATE})
    public Response list(NewListing listing) {
        return commands.run(who -> catalog.list(who, listing));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/prices")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(
            value =
                    "Set what use will cost from a moment on; what was quoted or agreed stays as it is.",
            answer = Listing.class,
            refusals = {ErrorCode.NOT_FOUND, ErrorCode.STATE_CONFLICT})
    public Response price(@PathParam("id") ListingId id, NewPrice price) {
        return commands.run(who -> catalog.price(who, id, price));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("price-check")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(
            value =
                    "Look for cheaper ways to buy from packs and a price, and explain what a use costs;"
                            + " nothing is kept.",
            keyed = false)
    public PriceCheck checkPrice(PriceCheckRequest request) {
        return catalog.check(request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/delisting")
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            value = "Take a listing off the shelf; what was bought stays valid.",
            answer = Listing.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response delist(@PathParam("id") ListingId id, Reason reason) {
        return commands.run(who -> catalog.delist(who, id, reason.reason()));
    }
}
