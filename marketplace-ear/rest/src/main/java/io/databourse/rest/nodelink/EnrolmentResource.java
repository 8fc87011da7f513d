package io.databourse.rest.nodelink;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.membership.Enrolment;
import io.databourse.membership.EnrolmentRequest;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.rest.wire.Operation;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// How a node gets its certificates. It has none yet, so its join token speaks for it.
@Path("/enrolments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentResource {
    @Inject MembershipService membership;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            value = "Ask for certificates for keys made at the node.",
            status = 201,
            answer = Enrolment.class,
            keyed = false,
            refusals = {ErrorCode.ENROLMENT_REFUSED, ErrorCode.STATE_CONFLICT})
    public Response enrol(EnrolmentRequest request) {
        return Response.status(201).entity(membership.enrol(request)).build();
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation("Read an enrolment; once approved, it carries the certificates.")
    public Enrolment enrolment(
            @PathParam("id") NodeId id, @HeaderParam("Join-Token") @Nullable String token) {
        if (token == null) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED, "Send the header Join-Token.");
        }
        return membership.enrolment(id, token);
    }
}
