package io.databourse.rest;

import io.databourse.call.Page;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Counters;
import io.databourse.catalog.Listing;
import io.databourse.catalog.ListingId;
import io.databourse.dispatch.PluginCatalog;
import io.databourse.plugin.PluginCard;
import io.databourse.rest.wire.Operation;
import io.databourse.rest.wire.Paging;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What anybody may see of what is on offer.
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CatalogResource {
    @Inject CatalogService catalog;
    @Inject PluginCatalog plugins;

    @GET
    @Path("catalog")
    @PermitAll
    @Operation("Search the listings on the shelf, the best match first.")
    public Page<Listing> search(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("sector") @Nullable String sector,
            @QueryParam("task") @Nullable String task,
            @BeanParam Paging page) {
        return catalog.search(
                words, Optional.ofNullable(sector), Optional.ofNullable(task), page.request());
    }

    @GET
    @Path("catalog/counters")
    @PermitAll
    @Operation("Count merchants, products, listings and turnover.")
    public Counters counters() {
        return catalog.counters();
    }

    @GET
    @Path("catalog/{listingId}")
    @PermitAll
    @Operation("Read a listing.")
    public Listing listing(@PathParam("listingId") ListingId id) {
        return catalog.find(id);
    }

    @GET
    @Path("plugins")
    @PermitAll
    @Operation("List the privacy computing plugins: what they can do and what they reveal.")
    public Page<PluginCard> plugins() {
        return new Page<>(plugins.cards(), Optional.empty());
    }
}
