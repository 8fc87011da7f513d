package io.databourse.rest;

import io.databourse.money.Money;
import io.databourse.order.PastBalance;
import io.databourse.order.Wallet;
import io.databourse.order.WalletService;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Inputs;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// An organisation's prepaid money.
@Path("/wallet")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WalletResource {
    @Inject WalletService wallets;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT})
    @Operation("Read your organisation's wallet.")
    public Wallet wallet() {
        return wallets.view(caller.get());
    }

    @GET
    @Path("balance")
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT})
    @Operation("Read what your organisation had at a moment of the past.")
    public PastBalance balance(@QueryParam("at") @Nullable String at) {
        return wallets.balanceAt(caller.get(), Inputs.instant("at", at));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("top-ups")
    @RolesAllowed(Roles.BUYER)
    @Operation(value = "Pay in, by a simulated payment.", status = 201, answer = Wallet.class)
    public Response topUp(TopUp payment) {
        return commands.run(who -> wallets.topUp(who, payment.amount()));
    }

    public record TopUp(Money amount) {}
}
