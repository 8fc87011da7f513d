-- Calls are counted in streams, one a contract. The counter has no gaps: who has two receipts knows
-- of every call between them.
create table metering_stream (
    stream bigint generated always as identity primary key,
    contract_id text not null unique,
    consumer text not null,
    provider text not null,
    price_version text not null,
    next_counter bigint not null default 1
);

create sequence metering_batch_id;
create table metering_batch (
    id bigint primary key,
    calls int not null check (calls > 0),
    root text not null,
    statement text not null,
    signature text not null,
    at timestamptz not null
);

-- The id comes first: it grows with time, and so does the index. The writer has locked the stream;
-- a foreign key would look for it again for every row.
create table metering_call (
    id uuid not null,
    source text not null,
    stream bigint not null,
    counter bigint not null,
    batch bigint not null,
    position int not null,
    outcome text not null check (outcome in ('HIT', 'MISS', 'ERROR')),
    units bigint not null,
    rows bigint not null,
    bytes bigint not null,
    cpu_millis bigint not null,
    at timestamptz not null,
    primary key (id, source)
);
create unique index metering_call_counter on metering_call (stream, counter);
create index metering_call_batch on metering_call using brin (batch);

create table metering_slice (
    id bigint primary key,
    batch bigint not null references metering_batch,
    stream bigint not null references metering_stream,
    day date not null,
    price_version text not null,
    calls bigint not null,
    hits bigint not null,
    misses bigint not null,
    errors bigint not null,
    rows bigint not null,
    bytes bigint not null,
    cpu_millis bigint not null,
    units bigint not null,
    from_counter bigint not null,
    to_counter bigint not null,
    at timestamptz not null
);
create index metering_slice_stream on metering_slice (stream, id);

create trigger metering_batch_append_only before update or delete or truncate on metering_batch
    for each statement execute function ledger_append_only();
create trigger metering_call_append_only before update or delete or truncate on metering_call
    for each statement execute function ledger_append_only();
create trigger metering_slice_append_only before update or delete or truncate on metering_slice
    for each statement execute function ledger_append_only();
