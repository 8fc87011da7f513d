package io.databourse.rest;

import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.call.Role;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductApplication;
import io.databourse.registration.ProductId;
import io.databourse.registration.ProductService;
import io.databourse.registration.ReviewDecision;
import io.databourse.registration.SpecificationSheet;
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

/// Data products, 数据产品: registration from the sheet to the certificate.
@Path("/products")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {
    @Inject ProductService products;
    @Inject CurrentCaller caller;
    @Inject Commands commands;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("List your organisation's products; operator and regulator see all.")
    public Page<DataProduct> products(@BeanParam Paging page) {
        var who = caller.get();
        return who.has(Role.OPERATOR, Role.REGULATOR)
                ? products.all(who, page.request())
                : products.mine(who, page.request());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MERCHANT)
    @Operation(
            value = "Submit a profiled source for registration as a product.",
            status = 201,
            answer = DataProduct.class,
            location = "/products/{id}",
            refusals = {
                ErrorCode.NOT_FOUND,
                ErrorCode.PROFILE_NOT_READY,
                ErrorCode.GRADE_NOT_ALLOWED,
                ErrorCode.RIGHT_NOT_ALLOWED
            })
    public Response submit(ProductApplication application) {
        return commands.run(who -> products.submit(who, application));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("drafts")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(
            value = "Describe a profiled source for a start; only you see the draft.",
            status = 201,
            answer = DataProduct.class,
            location = "/products/{id}",
            refusals = {ErrorCode.NOT_FOUND, ErrorCode.PROFILE_NOT_READY})
    public Response draft(ProductApplication application) {
        return commands.run(who -> products.draft(who, application));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/sheet")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(
            value = "Describe a draft otherwise.",
            answer = DataProduct.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response redraft(@PathParam("id") ProductId id, SpecificationSheet sheet) {
        return commands.run(who -> products.redraft(who, id, sheet));
    }

    @POST
    @Path("{id}/submission")
    @RolesAllowed(Roles.MERCHANT)
    @Operation(
            value = "Hand a draft in for review.",
            answer = DataProduct.class,
            refusals = {
                ErrorCode.STATE_CONFLICT,
                ErrorCode.GRADE_NOT_ALLOWED,
                ErrorCode.RIGHT_NOT_ALLOWED
            })
    public Response handIn(@PathParam("id") ProductId id) {
        return commands.run(who -> products.submit(who, id));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read a product: your own, or any that is registered.")
    public DataProduct product(@PathParam("id") ProductId id) {
        return products.find(caller.get(), id);
    }

    @POST
    @Path("{id}/review")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Take a product up for review.",
            answer = DataProduct.class,
            refusals = {ErrorCode.STATE_CONFLICT, ErrorCode.SELF_REVIEW})
    public Response review(@PathParam("id") ProductId id) {
        return commands.run(who -> products.startReview(who, id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/decision")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Approve a product, with or without the public notice, or refuse it.",
            answer = DataProduct.class,
            refusals = {ErrorCode.STATE_CONFLICT, ErrorCode.SELF_REVIEW})
    public Response decide(@PathParam("id") ProductId id, ReviewDecision decision) {
        return commands.run(who -> products.decide(who, id, decision));
    }

    @POST
    @Path("{id}/registration")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            value = "Register a product after its notice, which issues its certificate.",
            answer = DataProduct.class,
            refusals = {
                ErrorCode.STATE_CONFLICT,
                ErrorCode.SELF_REVIEW,
                ErrorCode.NOTICE_PERIOD_RUNNING
            })
    public Response register(@PathParam("id") ProductId id) {
        return commands.run(who -> products.register(who, id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/cancellation")
    @RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
    @Operation(
            value = "Cancel a product and its certificate.",
            answer = DataProduct.class,
            refusals = ErrorCode.STATE_CONFLICT)
    public Response cancel(@PathParam("id") ProductId id, Reason reason) {
        return commands.run(who -> products.cancel(who, id, reason.reason()));
    }
}
