-- The document is what was signed: text, never jsonb, which would reorder it.
create table contract_contract (
    id            text primary key,
    order_id      text not null,
    product_id    text not null,
    product_name  text not null,
    provider_id   text not null,
    provider_name text not null,
    consumer_id   text not null,
    consumer_name text not null,
    state         text not null check (state in ('AWAITING_SIGNATURES', 'ACTIVE', 'TERMINATED')),
    policy        text not null,
    price         bigint not null,
    currency      text not null,
    units         bigint not null check (units > 0),
    document      text not null,
    document_hash text not null,
    not_after     timestamptz not null,
    created_at    timestamptz not null
);
create unique index contract_contract_order on contract_contract (order_id) where state <> 'TERMINATED';
create index contract_contract_provider on contract_contract (provider_id, id desc);
create index contract_contract_consumer on contract_contract (consumer_id, id desc);

create table contract_signature (
    contract_id  text not null references contract_contract,
    role         text not null check (role in ('PROVIDER', 'CONSUMER')),
    merchant_id  text not null,
    organisation text not null,
    node_id      text not null,
    state        text not null check (state in ('NOT_REQUESTED', 'SIGNING', 'SIGNED', 'REFUSED')),
    tries        int not null,
    reason       text,
    signature    text,
    certificate  text,
    signed_at    timestamptz,
    primary key (contract_id, role),
    check ((state = 'SIGNED') = (signature is not null))
);
