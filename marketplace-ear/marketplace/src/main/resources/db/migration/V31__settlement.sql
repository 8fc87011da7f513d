create table settlement_charge (
    meter_record_id text primary key,
    job_id text not null unique,
    contract_id text not null,
    product_name text not null,
    consumer text not null,
    provider text not null,
    units bigint not null check (units > 0),
    currency text not null,
    gross bigint not null,
    merchant_share bigint not null check (merchant_share >= 0),
    commission_net bigint not null check (commission_net >= 0),
    vat bigint not null check (vat >= 0),
    transfer_id text not null unique references ledger_transfer,
    at timestamptz not null,
    constraint settlement_charge_adds_up check (gross = merchant_share + commission_net + vat)
);
create index settlement_charge_contract on settlement_charge (contract_id);
create index settlement_charge_at on settlement_charge (at);
create trigger settlement_charge_append_only before update or delete or truncate
    on settlement_charge for each statement execute function ledger_append_only();
