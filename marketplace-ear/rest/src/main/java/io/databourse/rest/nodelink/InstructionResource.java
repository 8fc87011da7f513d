package io.databourse.rest.nodelink;

import io.databourse.membership.Answer;
import io.databourse.membership.Instruction;
import io.databourse.membership.InstructionId;
import io.databourse.membership.InstructionMailbox;
import io.databourse.membership.NodeId;
import io.databourse.rest.wire.Inputs;
import io.databourse.rest.wire.Operation;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/// A node's mailbox. The node dials in and waits, so that nothing has to dial into its network.
@Path("/instructions")
@RequestScoped
@ByCertificate
@Produces(MediaType.APPLICATION_JSON)
public class InstructionResource {
    private static final long LONGEST_WAIT = 55;

    @Inject InstructionMailbox mailbox;
    @Inject CurrentNode node;
    @Resource ContextService contexts;

    @GET
    @PermitAll
    @Operation(
            value = "Fetch the unanswered instructions, or wait some seconds for the first.",
            answer = Instruction[].class)
    public void instructions(
            @QueryParam("wait") @DefaultValue("25") String wait,
            @Suspended AsyncResponse response) {
        var seconds = Math.min(LONGEST_WAIT, Inputs.number("wait", wait, 0));
        var id = node.id();
        var box = mailbox;
        // A virtual thread may sleep; the server's workers are free for others meanwhile.
        Thread.ofVirtual()
                .name("mailbox-" + id.value())
                .start(
                        contexts.contextualRunnable(
                                () -> fetch(box, id, Duration.ofSeconds(seconds), response)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/answer")
    @PermitAll
    @Operation(
            value = "Answer an instruction; only the first answer counts.",
            status = 204,
            keyed = false)
    public void answer(@PathParam("id") InstructionId id, Answer answer) {
        mailbox.answer(node.id(), id, answer);
    }

    private static void fetch(
            InstructionMailbox mailbox, NodeId node, Duration wait, AsyncResponse response) {
        try {
            response.resume(mailbox.await(node, wait));
        } catch (RuntimeException e) {
            response.resume(e);
        }
    }
}
