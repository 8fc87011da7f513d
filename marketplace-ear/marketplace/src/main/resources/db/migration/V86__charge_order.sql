-- In which order a contract was charged: each charge is the difference to all before it. The lock on
-- the contract's rating keeps the order.
create sequence settlement_charge_seq;
alter table settlement_charge add column seq bigint;
-- Rows cannot be updated, so the column is filled by the change of type.
alter table settlement_charge
    alter column seq type bigint using nextval('settlement_charge_seq'),
    alter column seq set not null;
create function settlement_charge_number() returns trigger language plpgsql as $$
begin
    new.seq := nextval('settlement_charge_seq');
    return new;
end $$;
create trigger settlement_charge_number before insert on settlement_charge
    for each row execute function settlement_charge_number();
create unique index settlement_charge_in_order on settlement_charge (contract_id, seq);
