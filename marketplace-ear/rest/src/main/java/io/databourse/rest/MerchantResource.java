package io.databourse.rest;

import io.databourse.call.Decision;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantApplication;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.quota.FrozenBuyer;
import io.databourse.quota.FrozenBuyers;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Merchants, 数商: application, review, directory.
@Path("/merchants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MerchantResource {
    @Inject MerchantService merchants;
    @Inject FrozenBuyers buyers;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @PermitAll
    @Operation(
            value = "List active merchants; operator and regulator may ask for all states.",
            refusals = {ErrorCode.UNAUTHENTICATED, ErrorCode.FORBIDDEN})
    public Page<Merchant> directory(
            @QueryParam("state") @Nullable String state, @BeanParam Paging page) {
        return "ALL".equals(state)
                ? merchants.all(caller.get(), page.request())
                : merchants.directory(page.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER})
    @Operation(
            value = "Apply for an organisation to trade here.",
            status = 201,
            answer = Merchant.class,
            location = "/merchants/{id}",
            refusals = {ErrorCode.INVALID_CREDIT_CODE, ErrorCode.DUPLICATE})
    public Response apply(MerchantApplication application) {
        return commands.run(who -> merchants.apply(who, application));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read a merchant of yours; operator and regulator read any.")
    public Merchant merchant(@PathParam("id") MerchantId id) {
        return merchants.find(caller.get(), id);
    }

    @POST
    @Path("{id}/review")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Take an application up for review.",
            answer = Merchant.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response review(@PathParam("id") MerchantId id) {
        return commands.run(who -> merchants.startReview(who, id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/decision")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Approve or refuse an application.",
            answer = Merchant.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response decide(@PathParam("id") MerchantId id, Decision decision) {
        return commands.run(who -> merchants.decide(who, id, decision));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/members")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.NODE_ADMIN, Roles.OPERATOR})
    @Operation(
            value = "Let another user act for the organisation.",
            answer = Merchant.class,
            refusals = ErrorCode.DUPLICATE)
    public Response addMember(@PathParam("id") MerchantId id, NewMember member) {
        return commands.run(who -> merchants.addMember(who, id, member.username()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/freeze")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value =
                    "Stop all that a buyer uses, at once and everywhere, and what it buys from then on.",
            answer = FrozenBuyer.class,
            refusals = ErrorCode.NOT_FOUND)
    public Response freeze(@PathParam("id") MerchantId id, Reason reason) {
        return commands.run(who -> buyers.freeze(who, id, true, reason.reason()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/release")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Let a frozen buyer go on; contracts that were frozen by themselves stay so.",
            answer = FrozenBuyer.class,
            refusals = ErrorCode.NOT_FOUND)
    public Response release(@PathParam("id") MerchantId id, Reason reason) {
        return commands.run(who -> buyers.freeze(who, id, false, reason.reason()));
    }

    /// @param username as in the identity provider
    public record NewMember(String username) {}
}
