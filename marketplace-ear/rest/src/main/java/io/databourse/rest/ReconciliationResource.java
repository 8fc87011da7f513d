package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import io.databourse.settlement.reconciliation.Invariant;
import io.databourse.settlement.reconciliation.Reconciliation;
import io.databourse.settlement.reconciliation.ReconciliationService;
import io.databourse.settlement.reconciliation.Ticket;
import io.databourse.settlement.reconciliation.TicketId;
import io.databourse.settlement.reconciliation.TicketState;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reconciliation, 对账: whether gateway, meter, charges and ledger agree.
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationResource {
    @Inject ReconciliationService reconciliation;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @Path("reconciliations")
    @RolesAllowed({Roles.OPERATOR, Roles.REGULATOR})
    @Operation("List the days that were compared, newest comparison first.")
    public Page<Reconciliation> list(@BeanParam Paging page) {
        return reconciliation.list(caller.get(), page.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("reconciliations")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value =
                    "Compare the books of a day, yesterday if none is named; a ticket for each difference.",
            answer = Reconciliation.class)
    public Response reconcile(Day day) {
        return commands.run(who -> reconciliation.reconcile(who, day.date()));
    }

    @GET
    @Path("invariants")
    @RolesAllowed({Roles.OPERATOR, Roles.REGULATOR})
    @Operation("List the rules that must always hold, and what their last check found.")
    public Checked invariants() {
        return new Checked(reconciliation.invariants(caller.get()));
    }

    @POST
    @Path("invariants/check")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Check the rules that must always hold; a ticket for each that does not.",
            answer = Check.class)
    public Response check() {
        return commands.run(who -> new Check(reconciliation.check(who)));
    }

    @GET
    @Path("tickets")
    @RolesAllowed({Roles.OPERATOR, Roles.REGULATOR})
    @Operation("List tickets, newest first.")
    public Page<Ticket> tickets(
            @QueryParam("state") @Nullable TicketState state, @BeanParam Paging page) {
        return reconciliation.tickets(caller.get(), Optional.ofNullable(state), page.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("tickets/{id}/resolution")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Say what a difference was.",
            answer = Ticket.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response resolve(@PathParam("id") TicketId id, Resolution resolution) {
        return commands.run(who -> reconciliation.resolve(who, id, resolution.resolution()));
    }

    public record Day(Optional<LocalDate> date) {}

    public record Resolution(String resolution) {}

    public record Checked(List<Invariant> invariants) {}

    /// @param tickets the new ones; none if all rules hold or what is broken has a ticket
    public record Check(List<Ticket> tickets) {}
}
