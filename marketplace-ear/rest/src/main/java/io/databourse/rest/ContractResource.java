package io.databourse.rest;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractRequest;
import io.databourse.contract.ContractService;
import io.databourse.dispatch.Room;
import io.databourse.dispatch.RoomService;
import io.databourse.evidence.ContractFiles;
import io.databourse.metering.ReceiptBook;
import io.databourse.metering.SignedReceipt;
import io.databourse.quota.PackStory;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaLeases;
import io.databourse.quota.QuotaService;
import io.databourse.rest.wire.Commands;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Inputs;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import io.databourse.rest.wire.Roles;
import io.databourse.settlement.Charge;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.bill.Bill;
import io.databourse.settlement.bill.BillService;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Contracts, 合约: draft, signatures, quota, charges.
@Path("/contracts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContractResource {
    @Inject ContractService contracts;
    @Inject ContractFiles files;
    @Inject QuotaService quotas;
    @Inject QuotaLeases leases;
    @Inject RoomService rooms;
    @Inject SettlementService settlement;
    @Inject ReceiptBook receipts;
    @Inject BillService bills;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List your organisation's contracts.")
    public Page<Contract> contracts(@BeanParam Paging page) {
        return contracts.list(caller.get(), page.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BUYER)
    @Operation(
            value = "Draft the contract of an order within the listing's terms.",
            status = 201,
            answer = Contract.class,
            location = "/contracts/{id}",
            refusals = {
                ErrorCode.NOT_FOUND,
                ErrorCode.DUPLICATE,
                ErrorCode.STATE_CONFLICT,
                ErrorCode.NODE_NOT_ACTIVE,
                ErrorCode.NOT_LISTED,
                ErrorCode.PURPOSE_NOT_ALLOWED
            })
    public Response draft(ContractRequest wish) {
        return commands.run(who -> contracts.draft(who, wish));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read a contract with its signatures.")
    public Contract contract(@PathParam("id") ContractId id) {
        return contracts.find(caller.get(), id);
    }

    @GET
    @Path("{id}/text")
    @Produces("text/plain;charset=utf-8")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read the model contract text that the contract's document holds, filled.")
    public String text(@PathParam("id") ContractId id) {
        return files.text(caller.get(), id);
    }

    @GET
    @Path("{id}/pdf")
    @Produces("application/pdf")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation(
            value =
                    "Download the contract's text to print, with its signatures and their evidence.",
            answer = String.class)
    public Response pdf(@PathParam("id") ContractId id) {
        return Response.ok(files.pdf(caller.get(), id))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"contract-%s.pdf\"".formatted(id))
                .build();
    }

    @POST
    @Path("{id}/signatures")
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT})
    @Operation(
            value = "Ask your organisation's node to sign; its answer shows on the contract.",
            status = 202,
            answer = Contract.class,
            location = "/contracts/{id}",
            refusals = {
                ErrorCode.STATE_CONFLICT,
                ErrorCode.CONTRACT_EXPIRED,
                ErrorCode.NODE_NOT_ACTIVE
            })
    public Response sign(@PathParam("id") ContractId id) {
        return commands.run(who -> contracts.sign(who, id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/termination")
    @RolesAllowed({Roles.BUYER, Roles.MERCHANT})
    @Operation(
            value = "Drop a contract that was not signed by both; the buyer's money comes back.",
            answer = Contract.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response terminate(@PathParam("id") ContractId id, Reason reason) {
        return commands.run(who -> contracts.terminate(who, id, reason.reason()));
    }

    @GET
    @Path("{id}/quota")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Count the units granted, held, used and left.")
    public Quota quota(@PathParam("id") ContractId id) {
        // The contract decides who may look.
        return quotas.view(contracts.find(caller.get(), id).id());
    }

    @GET
    @Path("{id}/packs")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List the contract's packs with their windows, and what became of their units.")
    public List<PackStory> packs(@PathParam("id") ContractId id) {
        return quotas.stories(contracts.find(caller.get(), id).id());
    }

    @GET
    @Path("{id}/room")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER})
    @Operation(
            value =
                    "Read what code may see under the contract: columns, their parts, masked"
                            + " samples, rules and what is left.",
            refusals = ErrorCode.NOT_FOUND)
    public Room room(@PathParam("id") ContractId id) {
        return rooms.room(caller.get(), id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/freeze")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Stop all use of a contract, at once and everywhere, until it is let go on.",
            answer = Quota.class)
    public Response freeze(@PathParam("id") ContractId id, Reason reason) {
        return commands.run(who -> frozen(who, id, true, reason));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/release")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(value = "Let a frozen contract be used again.", answer = Quota.class)
    public Response release(@PathParam("id") ContractId id, Reason reason) {
        return commands.run(who -> frozen(who, id, false, reason));
    }

    private Quota frozen(Caller who, ContractId id, boolean stop, Reason reason) {
        leases.freeze(who, id, stop, reason.reason());
        return quotas.view(id);
    }

    @GET
    @Path("{id}/receipts")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List the signed receipts of the contract's calls, by their numbers.")
    public Page<SignedReceipt> receipts(
            @PathParam("id") ContractId id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @BeanParam Paging page) {
        return receipts.list(
                caller.get(),
                id,
                from == null ? 1 : Inputs.number("from", from, 1),
                to == null ? Long.MAX_VALUE : Inputs.number("to", to, 1),
                page.request());
    }

    @GET
    @Path("{id}/bill")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Download the contract's bill of some days, or of all, to check it offline.")
    public Bill bill(
            @PathParam("id") ContractId id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return bills.bill(
                caller.get(),
                id,
                Optional.ofNullable(from).map(text -> Inputs.day("from", text)),
                Optional.ofNullable(to).map(text -> Inputs.day("to", text)));
    }

    @GET
    @Path("{id}/charges")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List what was charged under the contract, and how it was split.")
    public Page<Charge> charges(@PathParam("id") ContractId id, @BeanParam Paging page) {
        return settlement.charges(caller.get(), id, page.request());
    }
}
