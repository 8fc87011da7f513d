package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.dispatch.JobPreview;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.JobService;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// What a job would reveal, take and cost.
@Path("/job-previews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobPreviewResource {
    @Inject JobService jobs;
    @Inject CurrentCaller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Look at a job before it is started; nothing is held or charged.",
            keyed = false,
            refusals = {
                ErrorCode.NOT_FOUND,
                ErrorCode.CONTRACT_NOT_SIGNED,
                ErrorCode.CONTRACT_EXPIRED,
                ErrorCode.TASK_NOT_ALLOWED,
                ErrorCode.PURPOSE_NOT_ALLOWED,
                ErrorCode.COLUMN_NOT_ALLOWED,
                ErrorCode.NODE_NOT_ACTIVE,
                ErrorCode.PLAN_REFUSED,
                ErrorCode.STATE_CONFLICT
            })
    public JobPreview preview(JobRequest wish) {
        return jobs.preview(caller.get(), wish);
    }
}
