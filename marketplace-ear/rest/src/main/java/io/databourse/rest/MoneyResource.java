package io.databourse.rest;

import io.databourse.call.Page;
import io.databourse.contract.ContractId;
import io.databourse.ledger.LedgerProof;
import io.databourse.ledger.LedgerService;
import io.databourse.metering.MeterRecord;
import io.databourse.metering.MeteringService;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was measured, and that the books balance.
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MoneyResource {
    @Inject MeteringService metering;
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
    @Path("ledger/proof")
    @RolesAllowed({Roles.OPERATOR, Roles.REGULATOR})
    @Operation("Prove that every ledger sums to zero.")
    public LedgerProof proof() {
        return ledger.proof();
    }
}
