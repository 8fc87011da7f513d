-- Algorithms of buyers. A version is never updated but to say since when it is deprecated.
create table algorithm_algorithm (
    id          text primary key,
    owner_id    text not null,
    name        text not null,
    description text not null,
    created_at  timestamptz not null,
    unique (owner_id, name)
);

create table algorithm_version (
    id            bigint generated always as identity primary key,
    algorithm_id  text not null references algorithm_algorithm,
    version       text not null,
    language      text not null,
    text          text not null,
    sha256        text not null,
    bytes         int not null,
    created_at    timestamptz not null,
    deprecated_at timestamptz,
    unique (algorithm_id, version)
);

-- A version before the reviewers of one contract's provider, and what they signed.
create table algorithm_submission (
    id           bigint generated always as identity primary key,
    algorithm_id text not null,
    version      text not null,
    contract_id  text not null,
    provider_id  text not null,
    node_id      text not null,
    sha256       text not null,
    state        text not null,
    reason       text,
    document     text,
    signature    text,
    submitted_at timestamptz not null,
    decided_at   timestamptz,
    unique (algorithm_id, version, contract_id),
    foreign key (algorithm_id, version) references algorithm_version (algorithm_id, version)
);
create index algorithm_submission_hash on algorithm_submission (node_id, sha256);
create index algorithm_submission_provider on algorithm_submission (provider_id);
