package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.ContractId;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Roles;
import io.databourse.settlement.ContributionShares;
import io.databourse.settlement.ContributionTerms;
import io.databourse.settlement.SharingService;
import io.databourse.settlement.SharingTerms;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// How a provider shares what a contract earns, 分润.
@Path("/contracts/{id}/sharing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SharingResource {
    @Inject SharingService sharing;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read the sharing terms of a contract that you provide or have a share in.")
    public SharingTerms terms(@PathParam("id") ContractId id) {
        return sharing.find(caller.get(), id)
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "%s has no sharing terms.", id));
    }

    @GET
    @Path("contribution")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read the utilities, seed and values from which the shares of a contract follow.")
    public ContributionShares contribution(@PathParam("id") ContractId id) {
        return sharing.contribution(caller.get(), id)
                .orElseThrow(() ->
                        Refusal.of(ErrorCode.NOT_FOUND, "%s does not share by contribution.", id));
    }

    @POST
    @Path("contribution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MERCHANT)
    @Operation(
            value =
                    "Share what a contract of yours earns from now on by Shapley values: exact up to 15 parties, by drawn orders beyond.",
            answer = ContributionShares.class)
    public Response agreeByContribution(@PathParam("id") ContractId id, ContributionTerms terms) {
        return commands.run(who -> sharing.agree(who, id, terms));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MERCHANT)
    @Operation(
            value =
                    "Share what a contract of yours earns from now on: fixed amounts, percent, waterfall.",
            answer = SharingTerms.class)
    public Response agree(@PathParam("id") ContractId id, SharingTerms terms) {
        return commands.run(who -> sharing.agree(who, id, terms));
    }
}
