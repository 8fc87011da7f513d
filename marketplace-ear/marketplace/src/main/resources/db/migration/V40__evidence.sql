-- An entry is written in the transaction of what it is evidence of. Its place in the log is given
-- after the commit, by one sequencer, and stands in a table of its own: entries never change.
create table evidence_entry (
    id text primary key,
    stage text not null,
    type text not null,
    subject_id text not null,
    related text not null,
    document text not null,
    document_sm3 text not null,
    leaf_hash text not null,
    at timestamptz not null
);
create table evidence_mention (
    entry_id text not null references evidence_entry,
    mentioned text not null,
    primary key (mentioned, entry_id)
);
create table evidence_leaf (
    index bigint primary key check (index >= 0),
    entry_id text not null unique references evidence_entry
);
create table evidence_node (
    level int not null,
    index bigint not null,
    hash text not null,
    primary key (level, index)
);
create table evidence_checkpoint (
    tree_size bigint primary key,
    origin text not null,
    root_hash text not null,
    at timestamptz not null,
    text text not null,
    signature text not null,
    signer_certificate text not null
);
create trigger evidence_entry_append_only before update or delete or truncate on evidence_entry
    for each statement execute function ledger_append_only();
create trigger evidence_mention_append_only before update or delete or truncate
    on evidence_mention for each statement execute function ledger_append_only();
create trigger evidence_leaf_append_only before update or delete or truncate on evidence_leaf
    for each statement execute function ledger_append_only();
create trigger evidence_node_append_only before update or delete or truncate on evidence_node
    for each statement execute function ledger_append_only();
create trigger evidence_checkpoint_append_only before update or delete or truncate
    on evidence_checkpoint for each statement execute function ledger_append_only();
