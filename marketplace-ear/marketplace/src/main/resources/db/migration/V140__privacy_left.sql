-- What a provider's node said last is left of a consumer's privacy budget, in billionths of epsilon.
create table dispatch_privacy_left (
    contract_id text primary key,
    unspent     bigint not null,
    total       bigint not null,
    said_at     timestamptz not null
);
