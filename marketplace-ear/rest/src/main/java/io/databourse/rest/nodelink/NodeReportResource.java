package io.databourse.rest.nodelink;

import io.databourse.call.ErrorCode;
import io.databourse.dispatch.JobId;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.Progress;
import io.databourse.dispatch.ReviewService;
import io.databourse.membership.Hello;
import io.databourse.membership.MembershipService;
import io.databourse.membership.Welcome;
import io.databourse.metering.CallAnswers;
import io.databourse.metering.CallIngest;
import io.databourse.metering.CallReports;
import io.databourse.metering.GatewayCount;
import io.databourse.metering.GatewayCounts;
import io.databourse.rest.wire.Operation;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// What a node says of itself and of its jobs, and which certificates it must no longer trust.
@Path("/")
@RequestScoped
@ByCertificate
@Produces(MediaType.APPLICATION_JSON)
public class NodeReportResource {
    @Inject MembershipService membership;
    @Inject JobService jobs;
    @Inject ReviewService reviews;
    @Inject CallIngest calls;
    @Inject GatewayCounts counts;
    @Inject CurrentNode node;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("hello")
    @PermitAll
    @Operation(
            value = "Say what the node is and has, at its start and after each break.",
            keyed = false)
    public Welcome hello(Hello hello) {
        return membership.hello(node.id(), hello);
    }

    @GET
    @Path("revocations")
    @PermitAll
    @Produces("application/pkix-crl")
    @Operation("Fetch the revocation list of the channel CA (DER).")
    public byte[] revocations() {
        return membership.revocationList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("jobs/{jobId}/progress")
    @PermitAll
    @Operation(value = "Say how far the node is with a job.", status = 204, keyed = false)
    public void progress(@PathParam("jobId") JobId id, Progress progress) {
        jobs.progress(node.id(), id, progress);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("jobs/{jobId}/reports")
    @PermitAll
    @Operation(
            value = "Hand in the node's signed report; the same one again changes nothing.",
            refusals = ErrorCode.SIGNATURE_REFUSED,
            status = 204,
            keyed = false)
    public void report(@PathParam("jobId") JobId id, SignedReport report) {
        jobs.report(node.id(), id, report.attempt(), report.document(), report.signature());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("reviews")
    @PermitAll
    @Operation(
            value =
                    "Hand in what the node's reviewers decided, signed by the node; the same one"
                            + " again changes nothing.",
            refusals = {ErrorCode.SIGNATURE_REFUSED, ErrorCode.NOT_FOUND, ErrorCode.STATE_CONFLICT},
            status = 204,
            keyed = false)
    public void review(SignedReview review) {
        reviews.take(node.id(), review.document(), review.signature());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("calls")
    @PermitAll
    @Operation(
            value =
                    "Report up to 10,000 calls that the node's organisation served, or reverse"
                            + " some; each is counted once and answered for itself.",
            refusals = ErrorCode.FORBIDDEN,
            keyed = false)
    public CallAnswers calls(CallReports reports) {
        return calls.report(node.id(), reports);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("calls/counts")
    @PermitAll
    @Operation(
            value = "Say what the gateway's log counts of a contract and a day.",
            refusals = {ErrorCode.FORBIDDEN, ErrorCode.NOT_FOUND},
            keyed = false)
    public GatewayCount count(GatewayCount count) {
        return counts.count(node.id(), count);
    }

    /// @param document the review's JSON, as signed
    /// @param signature SM2 with SM3, base64
    public record SignedReview(String document, String signature) {}

    /// @param document the report's JSON, as signed
    /// @param signature SM2 with SM3, base64
    public record SignedReport(int attempt, String document, String signature) {}
}
