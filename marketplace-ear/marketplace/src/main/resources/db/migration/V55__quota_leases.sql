-- Grants, 配额包: what a contract may use, in packs with windows. The units themselves are counted
-- in the RUNS ledger, in the account that the pack names.
create table quota_pack (
    id text primary key,
    contract_id text not null,
    account text not null unique,
    units bigint not null check (units > 0),
    priority int not null default 0,
    valid_from timestamptz not null,
    valid_until timestamptz,
    state text not null check (state in ('ACTIVE', 'EXPIRED')),
    granted_at timestamptz not null,
    check (valid_until > valid_from)
);
create index quota_pack_contract on quota_pack (contract_id);
create index quota_pack_window on quota_pack (valid_until) where state = 'ACTIVE';

-- What contracts were granted before there were packs.
insert into quota_pack (id, contract_id, account, units, valid_from, state, granted_at)
select 'pck_' || substr(t.subject_id, 5), t.subject_id, 'unused:' || t.subject_id, l.amount,
    t.created_at, 'ACTIVE', t.created_at
from ledger_transfer t
join ledger_leg l on l.transfer_id = t.id
where t.request_key = 'quota-grant:' || t.subject_id;

-- A higher epoch fences every lease of a lower one.
create table quota_standing (
    contract_id text primary key,
    epoch bigint not null default 1,
    frozen boolean not null default false,
    reason text
);

-- A slice of a pack that one instance sells from its memory. What the lease has not consumed goes
-- back when it is closed; consumed ≤ leased is this table's check, leased ≤ granted the ledger's.
create table quota_lease (
    id bigint generated always as identity primary key,
    contract_id text not null,
    pack_id text not null references quota_pack,
    holder text not null,
    epoch bigint not null,
    units bigint not null check (units > 0),
    consumed bigint not null default 0,
    state text not null check (state in ('OPEN', 'CLOSED')),
    expires_at timestamptz not null,
    constraint quota_lease_within check (consumed between 0 and units)
);
create index quota_lease_open on quota_lease (expires_at) where state = 'OPEN';
create index quota_lease_contract on quota_lease (contract_id) where state = 'OPEN';

-- What was told once is not told again.
create table quota_notice (
    contract_id text not null,
    what text not null,
    at timestamptz not null,
    primary key (contract_id, what)
);
