create table metering_record (
    id text primary key,
    job_id text not null unique,
    contract_id text not null,
    consumer text not null,
    provider text not null,
    outcome text not null,
    units bigint not null check (units >= 0),
    bytes bigint not null,
    cpu_millis bigint not null,
    at timestamptz not null
);
create index metering_record_contract on metering_record (contract_id);
create trigger metering_record_append_only before update or delete or truncate on metering_record
    for each statement execute function ledger_append_only();
