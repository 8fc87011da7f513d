-- A pending transfer may be posted in part, or expire; a posted one may be reversed, once.
alter table ledger_transfer drop constraint ledger_transfer_state_check;
alter table ledger_transfer
    add check (state in ('PENDING', 'POSTED', 'VOIDED', 'EXPIRED')),
    -- Whether it was asked for as pending; what it then became says the state.
    add column two_phase boolean not null default false,
    add column expires_at timestamptz,
    -- What was posted of each leg, in their order, when it was not all.
    add column posted_amounts bigint[],
    add column reverses text references ledger_transfer;
create unique index ledger_transfer_reversed_once on ledger_transfer (reverses)
    where reverses is not null;
create index ledger_transfer_expiry on ledger_transfer (expires_at)
    where state = 'PENDING' and expires_at is not null;

alter table ledger_transfer disable trigger ledger_transfer_once;
update ledger_transfer set two_phase = true where state <> 'POSTED' or settled_at <> created_at;
alter table ledger_transfer enable trigger ledger_transfer_once;
