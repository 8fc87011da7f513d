package io.databourse.rest;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.call.Refusal;
import io.databourse.evidence.EntryId;
import io.databourse.evidence.EvidenceEntry;
import io.databourse.evidence.EvidenceService;
import io.databourse.evidence.InclusionProof;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import io.databourse.settlement.dispute.Dispute;
import io.databourse.settlement.dispute.DisputeDecision;
import io.databourse.settlement.dispute.DisputeId;
import io.databourse.settlement.dispute.DisputeRequest;
import io.databourse.settlement.dispute.DisputeService;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Disputes, 争议: open, look at the evidence, decide.
@Path("/disputes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DisputeResource {
    @Inject DisputeService disputes;
    @Inject EvidenceService evidence;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List the disputes of your organisation's purchases and sales.")
    public Page<Dispute> disputes(@BeanParam Paging page) {
        return disputes.list(caller.get(), page.request());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read a dispute.")
    public Dispute dispute(@PathParam("id") DisputeId id) {
        return disputes.find(caller.get(), id);
    }

    @GET
    @Path("{id}/evidence")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation(
            "Read the evidence that was collected for a dispute, with proofs that it is in the log.")
    public Bundle evidence(@PathParam("id") DisputeId id) {
        Caller who = caller.get();
        Dispute dispute = disputes.find(who, id);
        return new Bundle(
                dispute,
                dispute.evidence().stream().map(entry -> item(who, new EntryId(entry))).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Dispute charges of a contract; the amount is held until a decision.",
            status = 201,
            answer = Dispute.class,
            location = "/disputes/{id}",
            refusals = {ErrorCode.NOT_FOUND, ErrorCode.STATE_CONFLICT, ErrorCode.DUPLICATE})
    public Response open(DisputeRequest request) {
        return commands.run(who -> disputes.open(who, request));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Withdraw your dispute.",
            answer = Dispute.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response withdraw(@PathParam("id") DisputeId id) {
        return commands.run(who -> disputes.withdraw(who, id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/decision")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Decide a dispute; above the threshold two operators have to decide the same.",
            answer = Dispute.class,
            refusals = {ErrorCode.STATE_CONFLICT, ErrorCode.SELF_REVIEW})
    public Response decide(@PathParam("id") DisputeId id, DisputeDecision decision) {
        return commands.run(who -> disputes.decide(who, id, decision));
    }

    private Item item(Caller who, EntryId id) {
        return new Item(
                id,
                readable(() -> evidence.find(who, id)),
                readable(() -> evidence.inclusionProof(id)));
    }

    private static <T> Optional<T> readable(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (Refusal notYetOrNotYours) {
            return Optional.empty();
        }
    }

    public record Bundle(Dispute dispute, List<Item> entries) {}

    /// @param entry left out if it does not concern your organisation
    /// @param proof left out for a second, until the entry has its place in the log
    public record Item(EntryId id, Optional<EvidenceEntry> entry, Optional<InclusionProof> proof) {}
}
