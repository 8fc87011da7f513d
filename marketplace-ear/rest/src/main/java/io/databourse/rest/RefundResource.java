package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import io.databourse.settlement.dispute.Refund;
import io.databourse.settlement.dispute.RefundId;
import io.databourse.settlement.dispute.RefundRequest;
import io.databourse.settlement.dispute.RefundService;
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

/// Refunds, 退款.
@Path("/refunds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RefundResource {
    @Inject RefundService refunds;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List the refunds of your organisation's purchases and sales.")
    public Page<Refund> refunds(@BeanParam Paging page) {
        return refunds.list(caller.get(), page.request());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read a refund.")
    public Refund refund(@PathParam("id") RefundId id) {
        return refunds.find(caller.get(), id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value =
                    "Refund a charge, whole or in part; above the threshold a second operator has"
                            + " to approve.",
            status = 201,
            answer = Refund.class,
            location = "/refunds/{id}",
            refusals = {ErrorCode.NOT_FOUND, ErrorCode.STATE_CONFLICT})
    public Response post(RefundRequest request) {
        return commands.run(who -> refunds.refund(who, request));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("asks")
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT})
    @Operation(
            value =
                    "Ask for a refund of a charge that your organisation paid or was paid; an"
                            + " operator grants or declines it.",
            status = 201,
            answer = Refund.class,
            location = "/refunds/{id}",
            refusals = {ErrorCode.NOT_FOUND, ErrorCode.STATE_CONFLICT, ErrorCode.DUPLICATE})
    public Response ask(RefundRequest request) {
        return commands.run(who -> refunds.ask(who, request));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/refusal")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Decline a refund that was asked for or proposed.",
            answer = Refund.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response decline(@PathParam("id") RefundId id, Reason reason) {
        return commands.run(who -> refunds.decline(who, id, reason.reason()));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Approve a refund that was asked for, or that another operator has proposed.",
            answer = Refund.class,
            refusals = {ErrorCode.STATE_CONFLICT, ErrorCode.SELF_REVIEW})
    public Response approve(@PathParam("id") RefundId id) {
        return commands.run(who -> refunds.approve(who, id));
    }
}
