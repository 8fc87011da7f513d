package io.databourse.rest;

import io.databourse.call.Decision;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeInvitation;
import io.databourse.membership.PartyNode;
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

/// Party nodes, 参与方节点: invitation, approval, revocation.
@Path("/nodes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NodeResource {
    @Inject MembershipService membership;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List the nodes of your organisation; operator and regulator see all.")
    public Page<PartyNode> nodes() {
        return new Page<>(membership.list(caller.get()), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.NODE_ADMIN)
    @Operation(
            value = "Invite a node; the join token is shown this once.",
            status = 201,
            answer = NodeInvitation.class,
            location = "/nodes/{nodeId}")
    public Response invite(NewNode node) {
        return commands.run(who -> membership.invite(who, node.name()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read a node.")
    public PartyNode node(@PathParam("id") NodeId id) {
        return membership.find(caller.get(), id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/decision")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Approve a node, which issues its certificates, or refuse it.",
            answer = PartyNode.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response decide(@PathParam("id") NodeId id, Decision decision) {
        return commands.run(who -> membership.decide(who, id, decision));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/revocation")
    @RolesAllowed({Roles.OPERATOR, Roles.NODE_ADMIN})
    @Operation(
            value = "Revoke a node's certificates.",
            answer = PartyNode.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response revoke(@PathParam("id") NodeId id, Reason reason) {
        return commands.run(who -> membership.revoke(who, id, reason.reason()));
    }

    public record NewNode(String name) {}
}
