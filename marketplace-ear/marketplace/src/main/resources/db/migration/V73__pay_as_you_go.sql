-- An order without a pack is paid as it is used. What was agreed of counting and paying goes from
-- the quote to the order and to the contract.
alter table order_quote alter column plan_id drop not null;
alter table order_quote add column charging text not null
    default '{"rule":{"hit":1,"miss":1,"error":0}}';
alter table order_quote add column steps text not null default '[]';
alter table order_order add column charging text not null
    default '{"rule":{"hit":1,"miss":1,"error":0}}';
alter table contract_contract add column charging text not null
    default '{"rule":{"hit":1,"miss":1,"error":0}}';
