-- What a provider's gateway counted by itself, from its own log; the newest count of a day is compared
-- with what was received, metered and charged.
create table metering_gateway_count (
    id bigint generated always as identity primary key,
    contract_id text not null,
    source text not null,
    day date not null,
    calls bigint not null,
    rows bigint not null,
    bytes bigint not null,
    cpu_millis bigint not null,
    at timestamptz not null
);
create index metering_gateway_count_day on metering_gateway_count (day, contract_id, source, id);
create trigger metering_gateway_count_append_only before update or delete or truncate
    on metering_gateway_count for each statement execute function ledger_append_only();
