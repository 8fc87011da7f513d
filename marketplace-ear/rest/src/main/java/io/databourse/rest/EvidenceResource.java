package io.databourse.rest;

import io.databourse.call.Page;
import io.databourse.evidence.Checkpoint;
import io.databourse.evidence.ConsistencyProof;
import io.databourse.evidence.EntryId;
import io.databourse.evidence.EvidenceEntry;
import io.databourse.evidence.EvidenceService;
import io.databourse.evidence.InclusionProof;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Inputs;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The evidence log, 存证: anybody can check that it was only ever added to.
@Path("/evidence")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceResource {
    @Inject EvidenceService evidence;
    @Inject CurrentCaller caller;

    @GET
    @Path("checkpoint")
    @PermitAll
    @Operation("Read the newest signed checkpoint.")
    public Checkpoint checkpoint() {
        return evidence.checkpoint();
    }

    @GET
    @Path("consistency")
    @PermitAll
    @Operation("Prove that one size of the log is the beginning of a later one (RFC 6962).")
    public ConsistencyProof consistency(
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to) {
        return evidence.consistencyProof(
                Inputs.number("from", from, 0), Inputs.number("to", to, 0));
    }

    @GET
    @Path("entries")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List the entries about a subject, or about all that your organisation is party to.")
    public Page<EvidenceEntry> entries(
            @QueryParam("subject") @Nullable String subject, @BeanParam Paging page) {
        return evidence.entries(caller.get(), Optional.ofNullable(subject), page.request());
    }

    @GET
    @Path("entries/{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read an entry.")
    public EvidenceEntry entry(@PathParam("id") EntryId id) {
        return evidence.find(caller.get(), id);
    }

    @GET
    @Path("entries/{id}/proof")
    @PermitAll
    @Operation("Prove that an entry is in the log (RFC 6962).")
    public InclusionProof proof(@PathParam("id") EntryId id) {
        return evidence.inclusionProof(id);
    }
}
