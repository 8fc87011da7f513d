package io.databourse.rest;

import io.databourse.call.Role;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.rest.wire.CurrentCaller;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who the token says you are.
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
    @Inject MerchantService merchants;
    @Inject CurrentCaller caller;

    @GET
    @RolesAllowed({Roles.MERCHANT, Roles.BUYER, Roles.OPERATOR, Roles.REGULATOR, Roles.NODE_ADMIN})
    @Operation("Read your name, roles and organisation.")
    public Session me() {
        var who = caller.get();
        return new Session(
                who.username(), new TreeSet<>(who.roles()), merchants.organisationOf(who));
    }

    public record Session(
            String username, SortedSet<Role> roles, Optional<Merchant> organisation) {}
}
