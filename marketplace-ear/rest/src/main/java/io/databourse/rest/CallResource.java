package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.metering.CallAnswers;
import io.databourse.metering.CallIngest;
import io.databourse.metering.CallKey;
import io.databourse.metering.CallReports;
import io.databourse.metering.GatewayCount;
import io.databourse.metering.GatewayCounts;
import io.databourse.metering.ReceiptBook;
import io.databourse.metering.SignedReceipt;
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
import java.util.UUID;

/// Calls, 调用: reported by their providers, with a receipt for each.
@Path("/calls")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CallResource {
    @Inject CallIngest ingest;
    @Inject ReceiptBook receipts;
    @Inject GatewayCounts counts;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.NODE_ADMIN})
    @Operation(
            value =
                    "Report up to 10,000 calls that your organisation served, or reverse some; each"
                            + " is counted once and answered for itself.",
            keyed = false)
    public CallAnswers report(CallReports calls) {
        return ingest.report(caller.get(), calls);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("counts")
    @RolesAllowed({Roles.MERCHANT, Roles.NODE_ADMIN})
    @Operation(
            value =
                    "Say what your gateway's log counts of a contract and a day; each difference to"
                            + " what was received becomes a ticket.",
            answer = GatewayCount.class,
            refusals = ErrorCode.NOT_FOUND)
    public Response count(GatewayCount count) {
        return commands.run(who -> counts.count(who, count));
    }

    @GET
    @Path("{source}/{id}/receipt")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read the signed receipt of a call.")
    public SignedReceipt receipt(@PathParam("source") String source, @PathParam("id") UUID id) {
        return receipts.find(caller.get(), new CallKey(source, id));
    }
}
