package io.databourse.rest;

import io.databourse.registration.Certificate;
import io.databourse.registration.CertificateService;
import io.databourse.registration.Verification;
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

/// Registration certificates, which anybody may check.
@Path("/certificates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CertificateResource {
    @Inject CertificateService certificates;

    @GET
    @Path("{number}")
    @PermitAll
    @Operation("Read a certificate by its number.")
    public Certificate certificate(@PathParam("number") String number) {
        return certificates.find(number);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("verification")
    @PermitAll
    @Operation(value = "Check a certificate's text and signature.", keyed = false)
    public Verification verify(SignedText text) {
        return certificates.verify(text.document(), text.signature());
    }

    /// @param document exactly as it was issued
    /// @param signature SM2 with SM3, base64
    public record SignedText(String document, String signature) {}
}
