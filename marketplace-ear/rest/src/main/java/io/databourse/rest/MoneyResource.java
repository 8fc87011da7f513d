package io.databourse.rest;

import io.databourse.call.Page;
import io.databourse.contract.ContractId;
import io.databourse.ledger.LedgerProof;
import io.databourse.ledger.LedgerService;
import io.databourse.metering.MeterRecord;
import io.databourse.metering.MeteringService;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Inputs;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.Statement;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was measured, what it cost, and that the books balance.
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MoneyResource {
    @Inject MeteringService metering;
    @Inject SettlementService settlement;
    @Inject LedgerService ledger;
    @Inject CurrentCaller caller;

    @GET
    @Path("meter-records")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List what your organisation's jobs took, or those of one contract.")
    public Page<MeterRecord> meterRecords(
            @QueryParam("contract") @Nullable ContractId contract, @BeanParam Paging page) {
        return metering.list(caller.get(), Optional.ofNullable(contract), page.request());
    }

    @GET
    @Path("statements")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read your organisation's statement of a month, or of all time.")
    public Statement statement(@QueryParam("period") @Nullable String period) {
        return settlement.statement(
                caller.get(), Optional.ofNullable(period).map(MoneyResource::month));
    }

    @GET
    @Path("ledger/proof")
    @RolesAllowed({Roles.OPERATOR, Roles.REGULATOR})
    @Operation("Prove that every ledger sums to zero.")
    public LedgerProof proof() {
        return ledger.proof();
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw Inputs.invalid("/period", "is not a month", "such as 2026-11");
        }
    }
}
