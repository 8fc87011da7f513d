-- What sharing terms by contribution were computed from and what came out, so that the parties can
-- compute it again. It is apart from the terms, which every charge reads.
create table settlement_contribution (
    contract_id text not null,
    version int not null,
    shares text not null,
    primary key (contract_id, version),
    foreign key (contract_id, version) references settlement_sharing
);
create trigger settlement_contribution_append_only before update or delete or truncate
    on settlement_contribution for each statement execute function ledger_append_only();
