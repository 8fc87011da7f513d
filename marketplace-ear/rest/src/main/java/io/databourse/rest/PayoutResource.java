package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import io.databourse.settlement.payout.Earnings;
import io.databourse.settlement.payout.Payout;
import io.databourse.settlement.payout.PayoutId;
import io.databourse.settlement.payout.PayoutResolution;
import io.databourse.settlement.payout.PayoutService;
import io.databourse.settlement.payout.PayoutState;
import io.databourse.settlement.payout.SimulatedBank;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Payments to those who earned, 付款. The bank is simulated.
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PayoutResource {
    @Inject PayoutService payouts;
    @Inject SimulatedBank bank;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @Path("payouts")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List payments to your organisation, newest first.")
    public Page<Payout> payouts(
            @QueryParam("state") @Nullable PayoutState state, @BeanParam Paging page) {
        return payouts.list(caller.get(), Optional.ofNullable(state), page.request());
    }

    @GET
    @Path("payouts/{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read a payment.")
    public Payout payout(@PathParam("id") PayoutId id) {
        return payouts.find(caller.get(), id);
    }

    @GET
    @Path("earnings")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER})
    @Operation(
            "Read where your organisation's earnings are: payable, in dispute, owed, on their way.")
    public Earnings earnings() {
        return payouts.earnings(caller.get());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("payouts/{id}/resolution")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value =
                    "End a payment of which the bank says nothing; above the threshold two operators"
                            + " have to say the same.",
            answer = Payout.class,
            refusals = {ErrorCode.STATE_CONFLICT, ErrorCode.SELF_REVIEW})
    public Response resolve(@PathParam("id") PayoutId id, PayoutResolution resolution) {
        return commands.run(who -> payouts.resolve(who, id, resolution));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("simulated-bank/plans")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Tell the simulated bank how to treat a payee.",
            answer = SimulatedBank.Plan.class)
    public Response plan(SimulatedBank.Plan plan) {
        return commands.run(who -> bank.plan(who, plan));
    }
}
