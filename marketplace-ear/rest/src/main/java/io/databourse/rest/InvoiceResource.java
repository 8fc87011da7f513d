package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import io.databourse.settlement.invoice.Invoice;
import io.databourse.settlement.invoice.InvoiceId;
import io.databourse.settlement.invoice.InvoiceRequest;
import io.databourse.settlement.invoice.InvoiceService;
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

/// Tax invoices, 发票. The platform that issues them is simulated.
@Path("/invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoiceResource {
    @Inject InvoiceService invoices;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List the invoices that your organisation got or gave.")
    public Page<Invoice> invoices(@BeanParam Paging page) {
        return invoices.list(caller.get(), page.request());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read an invoice.")
    public Invoice invoice(@PathParam("id") InvoiceId id) {
        return invoices.find(caller.get(), id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT})
    @Operation(
            value =
                    "Ask for the invoice of a seller over a closed statement; it is issued soon after.",
            status = 202,
            answer = Invoice.class,
            location = "/invoices/{id}",
            refusals = {
                ErrorCode.NOT_FOUND,
                ErrorCode.NOT_READY,
                ErrorCode.DUPLICATE,
                ErrorCode.STATE_CONFLICT
            })
    public Response request(InvoiceRequest request) {
        return commands.run(who -> invoices.request(who, request));
    }
}
