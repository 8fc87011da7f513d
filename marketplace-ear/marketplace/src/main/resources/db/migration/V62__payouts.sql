-- A run of settlement, 结算批次: there is one a day and currency, and it is written at once.
create table settlement_batch (
    id text primary key,
    settle_date date not null,
    currency text not null,
    cutoff_day date not null,
    parties int not null,
    due bigint not null,
    paid bigint not null,
    held bigint not null,
    carried bigint not null,
    export bytea not null,
    export_sha256 text not null,
    created_at timestamptz not null,
    constraint settlement_batch_once unique (settle_date, currency),
    constraint settlement_batch_adds_up check (paid + held + carried = due)
);
create trigger settlement_batch_append_only before update or delete or truncate
    on settlement_batch for each statement execute function ledger_append_only();

create table settlement_batch_item (
    batch_id text not null references settlement_batch,
    party text not null,
    name text not null,
    credit_code text not null,
    payable bigint not null,
    not_yet_due bigint not null,
    owed bigint not null,
    collected bigint not null,
    due bigint not null,
    paid bigint not null check (paid >= 0),
    held bigint not null check (held >= 0),
    carried bigint not null,
    blocked boolean not null,
    primary key (batch_id, party),
    constraint settlement_batch_item_due check (due = payable - not_yet_due - owed + held),
    constraint settlement_batch_item_adds_up check (paid + held + carried = due)
);
create index settlement_batch_item_party on settlement_batch_item (party);
create trigger settlement_batch_item_append_only before update or delete or truncate
    on settlement_batch_item for each statement execute function ledger_append_only();

-- What the bank is asked to pay.
create table settlement_payout (
    id text primary key,
    batch_id text not null references settlement_batch,
    party text not null,
    name text not null,
    credit_code text not null,
    currency text not null,
    amount bigint not null check (amount > 0),
    state text not null check (state in ('READY', 'SENDING', 'UNKNOWN', 'PAID', 'REJECTED')),
    attempts int not null,
    reference text,
    detail text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    unique (batch_id, party)
);
-- Nobody is paid again while it is not known what became of the last payment.
create unique index settlement_payout_one_open on settlement_payout (party, currency)
    where state in ('READY', 'SENDING', 'UNKNOWN');
create index settlement_payout_open on settlement_payout (changed_at)
    where state in ('READY', 'SENDING', 'UNKNOWN');
create index settlement_payout_party on settlement_payout (party, id);

create table settlement_payout_part (
    payout_id text not null references settlement_payout,
    role text not null,
    amount bigint not null check (amount > 0),
    primary key (payout_id, role)
);
create trigger settlement_payout_part_append_only before update or delete or truncate
    on settlement_payout_part for each statement execute function ledger_append_only();

create function settlement_payout_step() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state in ('PAID', 'REJECTED') or old.id <> new.id
        or old.amount <> new.amount or old.party <> new.party
        or (old.state, new.state) not in (('READY', 'SENDING'), ('READY', 'PAID'),
            ('READY', 'REJECTED'), ('SENDING', 'PAID'),
            ('SENDING', 'REJECTED'), ('SENDING', 'UNKNOWN'), ('UNKNOWN', 'PAID'),
            ('UNKNOWN', 'REJECTED'), ('UNKNOWN', 'READY'), ('UNKNOWN', 'UNKNOWN')) then
        raise exception 'payout % is %', old.id, old.state;
    end if;
    return new;
end $$;
create trigger settlement_payout_step before update or delete on settlement_payout
    for each row execute function settlement_payout_step();

-- The simulated bank: what it has done, and what it is told to do next.
create table simulated_bank_payment (
    order_id text primary key,
    payee text not null,
    amount bigint not null,
    currency text not null,
    paid boolean not null,
    reference text not null,
    at timestamptz not null
);
create table simulated_bank_plan (
    payee text primary key,
    behaviour text not null
);
create index settlement_charge_day on settlement_charge (day);
