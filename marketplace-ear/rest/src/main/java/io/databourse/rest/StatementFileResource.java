package io.databourse.rest;

import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Inputs;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Roles;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.Statement;
import io.databourse.settlement.StatementId;
import io.databourse.settlement.export.StatementFiles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Statements as files, 报表导出.
@Path("/statement-files")
@RequestScoped
public class StatementFileResource {
    @Inject SettlementService settlement;
    @Inject StatementFiles files;
    @Inject CurrentCaller caller;

    @GET
    @Path("csv")
    @Produces("text/csv")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation(
            value = "Download all lines of a statement, by its id or of your organisation's month.",
            answer = String.class)
    public Response csv(
            @QueryParam("id") @Nullable StatementId id,
            @QueryParam("period") @Nullable String period) {
        Statement statement = statement(id, period);
        return file(statement, files.csv(caller.get(), statement), "csv");
    }

    @GET
    @Path("pdf")
    @Produces("application/pdf")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation(
            value = "Download a statement to print, by its id or of your organisation's month.",
            answer = String.class)
    public Response pdf(
            @QueryParam("id") @Nullable StatementId id,
            @QueryParam("period") @Nullable String period) {
        Statement statement = statement(id, period);
        return file(statement, files.pdf(statement), "pdf");
    }

    private Statement statement(@Nullable StatementId id, @Nullable String period) {
        return id != null
                ? settlement.statement(caller.get(), id)
                : settlement.statement(
                        caller.get(),
                        Optional.ofNullable(period).map(text -> Inputs.month("period", text)));
    }

    private static Response file(Statement statement, byte[] content, String suffix) {
        String name = "statement-%s-%s.%s".formatted(statement.period(), statement.party(), suffix);
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
