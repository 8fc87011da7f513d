package io.databourse.registration;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class JpaRegistrationStore implements RegistrationStore {
    private final EntityManager entities;

    @Inject
    JpaRegistrationStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void insert(ProfileRow profile) {
        entities.persist(profile);
    }

    @Override
    public Optional<ProfileRow> profile(ProfileId id) {
        return Optional.ofNullable(entities.find(ProfileRow.class, id.value()));
    }

    @Override
    public List<ProfileRow> profilesOf(Set<NodeId> nodes) {
        return entities.createQuery(
                        "select p from ProfileRow p where p.nodeId in :nodes order by p.id desc",
                        ProfileRow.class)
                .setParameter("nodes", nodes.stream().map(NodeId::value).toList())
                .getResultList();
    }

    @Override
    public void insert(ProductRow product) {
        entities.persist(product);
    }

    @Override
    public Optional<ProductRow> product(ProductId id) {
        return Optional.ofNullable(entities.find(ProductRow.class, id.value()));
    }

    @Override
    public Optional<ProductRow> lockProduct(ProductId id) {
        return Optional.ofNullable(
                entities.find(ProductRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Page<DataProduct> products(Optional<MerchantId> holder, PageRequest page) {
        List<DataProduct> found =
                entities.createQuery(
                                "select p from ProductRow p where p.id < :after"
                                        + " and (p.holder = :holder"
                                        + " or :holder = '' and p.state <> :draft)"
                                        + " order by p.id desc",
                                ProductRow.class)
                        .setParameter("after", page.after().orElse("~"))
                        .setParameter("holder", holder.map(MerchantId::value).orElse(""))
                        .setParameter("draft", ProductState.DRAFT)
                        .setMaxResults(page.limit() + 1)
                        .getResultStream()
                        .map(ProductRow::toProduct)
                        .toList();
        return Page.cut(found, page, product -> product.id().value());
    }

    @Override
    public int nextSerial(int month) {
        Object serial =
                entities.createNativeQuery(
                                """
                                insert into registration_serial as s (month, last) values (?1, 1)
                                on conflict (month) do update set last = s.last + 1
                                returning last
                                """)
                        .setParameter(1, month)
                        .getSingleResult();
        return ((Number) serial).intValue();
    }

    @Override
    public void insert(CertificateRow certificate) {
        entities.persist(certificate);
    }

    @Override
    public Optional<CertificateRow> certificate(String number) {
        return Optional.ofNullable(entities.find(CertificateRow.class, number));
    }
}
