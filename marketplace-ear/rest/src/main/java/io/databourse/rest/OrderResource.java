package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.order.Order;
import io.databourse.order.OrderId;
import io.databourse.order.OrderService;
import io.databourse.order.Quote;
import io.databourse.order.QuoteId;
import io.databourse.order.QuoteRequest;
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

/// From a price to an order.
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {
    @Inject OrderService orders;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("quotes")
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Get a price that holds for a quarter of an hour.",
            status = 201,
            answer = Quote.class,
            refusals = {ErrorCode.NOT_FOUND, ErrorCode.NOT_LISTED})
    public Response quote(QuoteRequest wish) {
        return commands.run(who -> orders.quote(who, wish));
    }

    @GET
    @Path("orders")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List the orders your organisation gave or got.")
    public Page<Order> orders(@BeanParam Paging page) {
        return orders.list(caller.get(), page.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("orders")
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Order at a quote's price; the money is put aside.",
            status = 201,
            answer = Order.class,
            location = "/orders/{id}",
            refusals = {
                ErrorCode.NOT_FOUND,
                ErrorCode.QUOTE_EXPIRED,
                ErrorCode.NOT_LISTED,
                ErrorCode.INSUFFICIENT_FUNDS,
                ErrorCode.STATE_CONFLICT
            })
    public Response place(NewOrder order) {
        return commands.run(who -> orders.place(who, order.quoteId()));
    }

    @GET
    @Path("orders/{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read an order.")
    public Order order(@PathParam("id") OrderId id) {
        return orders.find(caller.get(), id);
    }

    @POST
    @Path("orders/{id}/cancellation")
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Cancel an order that has no signed contract; the money comes back.",
            answer = Order.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response cancel(@PathParam("id") OrderId id) {
        return commands.run(who -> orders.cancel(who, id));
    }

    public record NewOrder(QuoteId quoteId) {}
}
