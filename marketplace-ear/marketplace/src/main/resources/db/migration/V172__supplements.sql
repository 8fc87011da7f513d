-- Packs that are added to a running contract, 补充协议. The document is what was signed: text, never
-- jsonb, which would reorder it.
create table contract_supplement (
    id            text primary key,
    contract_id   text not null references contract_contract,
    order_id      text not null unique,
    provider_id   text not null,
    consumer_id   text not null,
    state         text not null check (state in ('AWAITING_SIGNATURES', 'ACTIVE', 'TERMINATED')),
    units         bigint not null check (units > 0),
    price         bigint not null check (price >= 0),
    currency      text not null,
    valid_until   timestamptz not null,
    rollover      text not null,
    document      text not null,
    document_hash text not null,
    signatures    text not null,
    created_at    timestamptz not null
);
create index contract_supplement_contract on contract_supplement (contract_id, id);
create unique index contract_supplement_open on contract_supplement (contract_id)
    where state = 'AWAITING_SIGNATURES';

-- What its supplements in force add to a contract; not_after is when the last of them ends.
alter table contract_contract
    add column supplements int not null default 0,
    add column added_price bigint not null default 0;
