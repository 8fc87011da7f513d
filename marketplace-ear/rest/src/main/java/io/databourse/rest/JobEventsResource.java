package io.databourse.rest;

import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobId;
import io.databourse.dispatch.JobService;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/// A job's changes as they happen.
@Path("/jobs/{id}/events")
@RequestScoped
@Produces(MediaType.SERVER_SENT_EVENTS)
public class JobEventsResource {
    @Inject JobService jobs;
    @Inject CurrentCaller caller;
    @Resource ManagedScheduledExecutorService executor;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation(
            value =
                    "Follow a job: an event `job` with the whole job at once and after each change,"
                            + " until it has ended.",
            answer = Job.class)
    public void events(@PathParam("id") JobId id, @Context SseEventSink sink, @Context Sse sse) {
        var who = caller.get();
        var service = jobs;
        // Who may not read it gets a problem, not an empty stream.
        service.find(who, id);
        executor.execute(new JobFollower(() -> service.find(who, id), sink, sse, executor));
    }
}
