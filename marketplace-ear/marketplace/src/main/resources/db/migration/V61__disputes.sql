-- A refund of one charge. When it is posted it becomes a charge of the same id.
create table settlement_refund (
    id text primary key,
    charge_id text not null references settlement_charge,
    contract_id text not null,
    consumer text not null,
    provider text not null,
    currency text not null,
    amount bigint not null check (amount > 0),
    reason text not null,
    dispute_id text,
    state text not null check (state in ('PROPOSED', 'POSTED')),
    approvals_needed int not null,
    proposed_at timestamptz not null,
    posted_at timestamptz
);
create index settlement_refund_charge on settlement_refund (charge_id);

-- A buyer's objection to charges of one contract, 争议.
create table settlement_dispute (
    id text primary key,
    contract_id text not null,
    consumer text not null,
    provider text not null,
    currency text not null,
    amount bigint not null check (amount > 0),
    reason text not null,
    state text not null
        check (state in ('OPEN', 'PROPOSED', 'UPHELD', 'PARTIAL', 'REJECTED', 'WITHDRAWN')),
    approvals_needed int not null,
    evidence text not null,
    opened_at timestamptz not null,
    outcome text,
    award bigint check (award between 0 and amount),
    decision_reason text,
    decided_at timestamptz
);
create index settlement_dispute_consumer on settlement_dispute (consumer);
create index settlement_dispute_provider on settlement_dispute (provider);
create index settlement_dispute_open on settlement_dispute (id)
    where state in ('OPEN', 'PROPOSED');

-- Whose money a dispute holds, by charge. A charge is in one open dispute at most.
create table settlement_dispute_charge (
    dispute_id text not null references settlement_dispute,
    charge_id text not null references settlement_charge,
    position int not null,
    amount bigint not null check (amount > 0),
    open boolean not null,
    primary key (dispute_id, charge_id)
);
create unique index settlement_dispute_charge_once on settlement_dispute_charge (charge_id)
    where open;
create table settlement_dispute_share (
    dispute_id text not null,
    charge_id text not null,
    party text not null,
    role text not null check (role in ('PROVIDER', 'ALGORITHM', 'CHANNEL', 'FEE', 'VAT')),
    amount bigint not null check (amount > 0),
    primary key (dispute_id, charge_id, party, role),
    foreign key (dispute_id, charge_id) references settlement_dispute_charge
);
create index settlement_dispute_share_party on settlement_dispute_share (party);
create trigger settlement_dispute_share_append_only before update or delete or truncate
    on settlement_dispute_share for each statement execute function ledger_append_only();

-- What has ended stays as it ended.
create function settlement_ended_once() returns trigger language plpgsql as $$
begin
    if old.state not in ('OPEN', 'PROPOSED') then
        raise exception '% is %', old.id, old.state;
    end if;
    return new;
end $$;
create trigger settlement_dispute_ended_once before update on settlement_dispute
    for each row execute function settlement_ended_once();
create trigger settlement_refund_ended_once before update on settlement_refund
    for each row execute function settlement_ended_once();
