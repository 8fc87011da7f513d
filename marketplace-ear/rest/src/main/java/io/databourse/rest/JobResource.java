package io.databourse.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobId;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.JobService;
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

/// Jobs, 计算任务.
@Path("/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {
    @Inject JobService jobs;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List your organisation's jobs, the newest first.")
    public Page<Job> jobs(@BeanParam Paging page) {
        return jobs.list(caller.get(), page.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Start a job under a contract; one unit is held, unless it is a dry run.",
            status = 202,
            answer = Job.class,
            location = "/jobs/{id}",
            refusals = {
                ErrorCode.NOT_FOUND,
                ErrorCode.CONTRACT_NOT_SIGNED,
                ErrorCode.CONTRACT_EXPIRED,
                ErrorCode.TASK_NOT_ALLOWED,
                ErrorCode.PURPOSE_NOT_ALLOWED,
                ErrorCode.COLUMN_NOT_ALLOWED,
                ErrorCode.QUOTA_EXHAUSTED,
                ErrorCode.QUOTA_FROZEN,
                ErrorCode.NODE_NOT_ACTIVE,
                ErrorCode.NODE_OFFLINE,
                ErrorCode.PLAN_REFUSED,
                ErrorCode.SCRIPT_NOT_APPROVED,
                ErrorCode.ALGORITHM_DEPRECATED,
                ErrorCode.DRY_RUNS_EXHAUSTED,
                ErrorCode.STATE_CONFLICT
            })
    public Response start(JobRequest wish) {
        return commands.run(who -> jobs.start(who, wish));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read a job with its parties' progress.")
    public Job job(@PathParam("id") JobId id) {
        return jobs.find(caller.get(), id);
    }

    @POST
    @Path("{id}/cancellation")
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Cancel a job that has not ended; the unit comes back.",
            answer = Job.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response cancel(@PathParam("id") JobId id) {
        return commands.run(who -> jobs.cancel(who, id));
    }

    @GET
    @Path("{id}/receipt")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation(
            value = "Read the signed receipt of a delivered job.",
            answer = JsonNode.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public String receipt(@PathParam("id") JobId id) {
        return jobs.receipt(caller.get(), id);
    }
}
