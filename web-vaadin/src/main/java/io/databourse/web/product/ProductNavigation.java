package io.databourse.web.product;

import com.vaadin.flow.component.Component;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductId;
import io.databourse.web.parts.Blocks;

/// The ways into the pages of products.
public final class ProductNavigation {
    private ProductNavigation() {}

    public static String address(ProductId id) {
        return "products/" + id;
    }

    public static Component link(DataProduct product) {
        return Blocks.div(
                "two",
                Blocks.link(product.sheet().name(), address(product.id())),
                Blocks.mono(product.id().value()));
    }
}
