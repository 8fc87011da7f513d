-- Buyers and providers ask for refunds; operators grant or decline them.
alter table settlement_refund
    drop constraint settlement_refund_state_check,
    add constraint settlement_refund_state_check
        check (state in ('ASKED', 'PROPOSED', 'POSTED', 'DECLINED')),
    add column asked_by text,
    add column decision_reason text,
    add column decided_at timestamptz;
create unique index settlement_refund_asked_once on settlement_refund (charge_id)
    where state = 'ASKED';

-- What has ended stays as it ended.
create or replace function settlement_ended_once() returns trigger language plpgsql as $$
begin
    if old.state not in ('OPEN', 'ASKED', 'PROPOSED') then
        raise exception '% is %', old.id, old.state;
    end if;
    return new;
end $$;
