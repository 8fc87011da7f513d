package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.membership.NodeId;
import io.databourse.registration.Profile;
import io.databourse.registration.ProfileId;
import io.databourse.registration.ProfileService;
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
import java.util.Optional;

/// Profiles: a node looks at a file where it lies and reports its shape only.
@Path("/profiles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {
    @Inject ProfileService profiles;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List the profiles of your organisation.")
    public Page<Profile> profiles() {
        return new Page<>(profiles.list(caller.get()), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.NODE_ADMIN})
    @Operation(
            value = "Have a node profile one of its sources.",
            status = 202,
            answer = Profile.class,
            location = "/profiles/{id}",
            refusals = {ErrorCode.NODE_NOT_ACTIVE, ErrorCode.NOT_FOUND, ErrorCode.SOURCE_UNKNOWN})
    public Response request(NewProfile wish) {
        return commands.run(who -> profiles.request(who, wish.nodeId(), wish.source()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read a profile, once the node has answered with what it found.")
    public Profile profile(@PathParam("id") ProfileId id) {
        return profiles.find(caller.get(), id);
    }

    /// @param source the name in the node's configuration
    public record NewProfile(NodeId nodeId, String source) {}
}
