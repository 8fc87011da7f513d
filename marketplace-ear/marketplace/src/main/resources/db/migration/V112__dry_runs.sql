-- Runs on rows that the node made up: they take no unit, and a contract has so many a day.
alter table dispatch_job add column dry_run boolean not null default false;

create table dispatch_dry_run (
    contract_id text not null,
    day         date not null,
    used        int not null,
    primary key (contract_id, day)
);
