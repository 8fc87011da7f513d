package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import io.databourse.settlement.payout.BatchId;
import io.databourse.settlement.payout.BatchItem;
import io.databourse.settlement.payout.BatchService;
import io.databourse.settlement.payout.SettlementBatch;
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
import java.time.LocalDate;
import java.util.Optional;

/// Settlement batches, 结算批次.
@Path("/settlement-batches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SettlementResource {
    @Inject BatchService batches;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.REGULATOR})
    @Operation("List settlement batches, newest first.")
    public Page<SettlementBatch> batches(@BeanParam Paging page) {
        return batches.list(caller.get(), page.request());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.REGULATOR})
    @Operation("Read a settlement batch.")
    public SettlementBatch batch(@PathParam("id") BatchId id) {
        return batches.find(caller.get(), id);
    }

    @GET
    @Path("{id}/items")
    @RolesAllowed({Roles.OPERATOR, Roles.REGULATOR})
    @Operation("List what was netted for each party of a batch.")
    public Page<BatchItem> items(@PathParam("id") BatchId id) {
        return new Page<>(batches.items(caller.get(), id), Optional.empty());
    }

    @GET
    @Path("{id}/export")
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.OPERATOR, Roles.REGULATOR})
    @Operation(
            value = "Download a batch's file; its SHA-256 stands in the batch.",
            answer = String.class)
    public Response export(@PathParam("id") BatchId id) {
        return Response.ok(batches.export(caller.get(), id), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + id + ".csv\"")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value =
                    "Settle a working day, today if none is named; a day that was settled stays so.",
            status = 201,
            answer = SettlementBatch.class,
            location = "/settlement-batches/{id}",
            refusals = {ErrorCode.STATE_CONFLICT, ErrorCode.NOT_READY})
    public Response settle(Day day) {
        return commands.run(who -> batches.settle(who, day.date()));
    }

    public record Day(Optional<LocalDate> date) {}
}
