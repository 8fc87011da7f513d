-- A contract's own pack ends with the contract. Those that are over expire with the next look round.
update quota_pack p set valid_until = c.not_after
from contract_contract c
where c.id = p.contract_id and p.valid_until is null and c.not_after > p.valid_from;

-- Whether the last pack of a contract has ended, and what was paid for units that nobody used.
alter table settlement_rating
    add column ended boolean not null default false,
    add column broken bigint not null default 0 check (broken >= 0),
    add constraint settlement_rating_broken_at_end check (ended or broken = 0);
create index settlement_rating_ended on settlement_rating (contract_id) where ended;
