package io.databourse.rest;

import io.databourse.algorithm.Algorithm;
import io.databourse.algorithm.AlgorithmId;
import io.databourse.algorithm.AlgorithmService;
import io.databourse.algorithm.NewAlgorithm;
import io.databourse.algorithm.NewSubmission;
import io.databourse.algorithm.NewVersion;
import io.databourse.algorithm.Script;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
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

/// Algorithms, 算法: a buyer's scripts, their versions, and who has approved which.
@Path("/algorithms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AlgorithmResource {
    @Inject AlgorithmService algorithms;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT})
    @Operation("List your organisation's algorithms and those it is asked to approve.")
    public Page<Algorithm> algorithms(@BeanParam Paging page) {
        return algorithms.list(caller.get(), page.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Register an algorithm; its versions come next.",
            status = 201,
            answer = Algorithm.class,
            location = "/algorithms/{id}",
            refusals = ErrorCode.DUPLICATE)
    public Response register(NewAlgorithm wish) {
        return commands.run(who -> algorithms.register(who, wish));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT})
    @Operation("Read an algorithm with its versions and their approvals.")
    public Algorithm algorithm(@PathParam("id") AlgorithmId id) {
        return algorithms.find(caller.get(), id);
    }

    @POST
    @Path("{id}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Add a version; its text never changes again.",
            status = 201,
            answer = Algorithm.class,
            location = "/algorithms/{id}",
            refusals = ErrorCode.DUPLICATE)
    public Response add(@PathParam("id") AlgorithmId id, NewVersion wish) {
        return commands.run(who -> algorithms.add(who, id, wish));
    }

    @GET
    @Path("{id}/versions/{version}")
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT})
    @Operation("Read the text of a version, deprecated or not.")
    public Script version(@PathParam("id") AlgorithmId id, @PathParam("version") String version) {
        return algorithms.script(caller.get(), id, version);
    }

    @POST
    @Path("{id}/versions/{version}/submissions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Ask the reviewers of a contract's provider to approve a version.",
            status = 202,
            answer = Algorithm.class,
            location = "/algorithms/{id}",
            refusals = {
                ErrorCode.DUPLICATE,
                ErrorCode.STATE_CONFLICT,
                ErrorCode.TASK_NOT_ALLOWED,
                ErrorCode.ALGORITHM_DEPRECATED
            })
    public Response submit(
            @PathParam("id") AlgorithmId id,
            @PathParam("version") String version,
            NewSubmission wish) {
        return commands.run(who -> algorithms.submit(who, id, version, wish));
    }

    @POST
    @Path("{id}/versions/{version}/deprecation")
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Let no new job use a version; its text and its jobs stay.",
            answer = Algorithm.class)
    public Response deprecate(
            @PathParam("id") AlgorithmId id, @PathParam("version") String version) {
        return commands.run(who -> algorithms.deprecate(who, id, version));
    }
}
