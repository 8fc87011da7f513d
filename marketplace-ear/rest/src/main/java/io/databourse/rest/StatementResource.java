package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.contract.ContractId;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Inputs;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import io.databourse.settlement.BooksCut;
import io.databourse.settlement.Charge;
import io.databourse.settlement.ChargeKind;
import io.databourse.settlement.ChargeQuery;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.Statement;
import io.databourse.settlement.StatementHead;
import io.databourse.settlement.StatementId;
import io.databourse.settlement.StatementService;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Charges, statements and the books of months, 对账单与关账.
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatementResource {
    @Inject SettlementService settlement;
    @Inject StatementService statements;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @Path("charges")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation(
            "List your organisation's charges; a statement's line is those of one contract, day and kind.")
    public Page<Charge> charges(
            @QueryParam("contract") @Nullable ContractId contract,
            @QueryParam("period") @Nullable String period,
            @QueryParam("day") @Nullable String day,
            @QueryParam("kind") @Nullable ChargeKind kind,
            @BeanParam Paging paging) {
        var page = paging.request();
        return settlement.charges(
                caller.get(),
                new ChargeQuery(
                        Optional.empty(),
                        Optional.ofNullable(contract),
                        month(period),
                        Optional.ofNullable(day).map(text -> Inputs.day("day", text)),
                        Optional.ofNullable(kind),
                        page.after()),
                page);
    }

    @GET
    @Path("statements")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read your organisation's statement of a month, this one if none is named.")
    public Statement statement(@QueryParam("period") @Nullable String period) {
        return settlement.statement(caller.get(), month(period));
    }

    @GET
    @Path("statements/{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read a statement that was drafted.")
    public Statement statementOf(@PathParam("id") StatementId id) {
        return settlement.statement(caller.get(), id);
    }

    @GET
    @Path("statement-heads")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List drafted statements without their lines, newest month first.")
    public Page<StatementHead> heads(
            @QueryParam("period") @Nullable String period, @BeanParam Paging page) {
        return statements.list(caller.get(), month(period), page.request());
    }

    @POST
    @Path("statements/{id}/approval")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Approve a draft; what moves much needs a second operator.",
            answer = StatementHead.class,
            refusals = {ErrorCode.STATE_CONFLICT, ErrorCode.SELF_REVIEW})
    public Response approve(@PathParam("id") StatementId id) {
        return commands.run(who -> statements.approve(who, id));
    }

    @POST
    @Path("statements/{id}/closing")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Close an approved statement for ever.",
            answer = StatementHead.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response close(@PathParam("id") StatementId id) {
        return commands.run(who -> statements.close(who, id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("books")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value =
                    "Cut the books of a month: draft everybody's statement; what is charged later belongs to a later month.",
            answer = Books.class,
            refusals = {ErrorCode.STATE_CONFLICT, ErrorCode.NOT_READY})
    public Response cut(Month month) {
        return commands.run(who -> new Books(statements.cut(who, month.period())));
    }

    @POST
    @Path("books/{period}/approval")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(value = "Approve all drafts of a month.", answer = Count.class)
    public Response approveAll(@PathParam("period") String period) {
        var month = Inputs.month("period", period);
        return commands.run(who -> new Count(statements.approveAll(who, month)));
    }

    @POST
    @Path("books/{period}/closing")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(value = "Close all approved statements of a month.", answer = Count.class)
    public Response closeAll(@PathParam("period") String period) {
        var month = Inputs.month("period", period);
        return commands.run(who -> new Count(statements.closeAll(who, month)));
    }

    private static Optional<YearMonth> month(@Nullable String text) {
        return Optional.ofNullable(text).map(given -> Inputs.month("period", given));
    }

    public record Month(YearMonth period) {}

    /// @param cut the months of which statements were drafted, oldest first
    public record Books(List<BooksCut> cut) {}

    /// @param statements how many changed their state by this
    public record Count(int statements) {}
}
