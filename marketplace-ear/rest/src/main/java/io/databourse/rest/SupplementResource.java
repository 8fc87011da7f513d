package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.contract.ContractId;
import io.databourse.contract.Supplement;
import io.databourse.contract.SupplementId;
import io.databourse.contract.SupplementRequest;
import io.databourse.contract.SupplementService;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Roles;
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
import java.util.List;

/// Supplements, 补充协议: more units for a running contract.
@Path("/contracts/{id}/supplements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SupplementResource {
    @Inject SupplementService supplements;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List what was added to the contract, or is to be, with its signatures.")
    public List<Supplement> supplements(@PathParam("id") ContractId id) {
        return supplements.list(caller.get(), id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Order more units at a quoted price, and draft the supplement that adds them.",
            status = 201,
            answer = Supplement.class,
            location = "/contracts/{contractId}/supplements",
            refusals = {
                ErrorCode.NOT_FOUND,
                ErrorCode.DUPLICATE,
                ErrorCode.STATE_CONFLICT,
                ErrorCode.CONTRACT_EXPIRED,
                ErrorCode.QUOTE_EXPIRED,
                ErrorCode.INSUFFICIENT_FUNDS,
                ErrorCode.NOT_LISTED
            })
    public Response draft(@PathParam("id") ContractId id, SupplementRequest wish) {
        return commands.run(who -> supplements.draft(who, id, wish));
    }

    @POST
    @Path("{supplement}/signatures")
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT})
    @Operation(
            value = "Ask your organisation's node to sign; its answer shows on the supplement.",
            status = 202,
            answer = Supplement.class,
            location = "/contracts/{contractId}/supplements",
            refusals = {
                ErrorCode.STATE_CONFLICT,
                ErrorCode.CONTRACT_EXPIRED,
                ErrorCode.NODE_NOT_ACTIVE
            })
    public Response sign(
            @PathParam("id") ContractId id, @PathParam("supplement") SupplementId supplement) {
        return commands.run(who -> supplements.sign(who, id, supplement));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{supplement}/termination")
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT})
    @Operation(
            value = "Drop a supplement that was not signed by both; the buyer's money comes back.",
            answer = Supplement.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response terminate(
            @PathParam("id") ContractId id,
            @PathParam("supplement") SupplementId supplement,
            Reason reason) {
        return commands.run(who -> supplements.drop(who, id, supplement, reason.reason()));
    }
}
