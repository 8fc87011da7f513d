create table membership_node (
    id text primary key,
    name text not null,
    owner text references merchant_merchant,
    owner_name text not null,
    owner_credit_code text,
    state text not null,
    join_token_hash text not null unique,
    channel_endpoint text,
    signing_csr text,
    channel_csr text,
    signing_key_fingerprint text,
    channel_key_fingerprint text,
    signing_certificate text,
    channel_certificate text,
    signing_fingerprint text unique,
    channel_fingerprint text unique,
    version text,
    isolation text,
    sources text not null,
    plugins text not null,
    last_seen timestamptz,
    created_at timestamptz not null,
    revoked_at timestamptz
);
create index membership_node_owner on membership_node (owner);

-- What the exchange asks of nodes; kept until answered, and after.
create table membership_instruction (
    id text primary key,
    node_id text not null references membership_node,
    type text not null,
    subject_id text not null,
    attempt int not null,
    payload text not null,
    created_at timestamptz not null,
    answer text,
    answered_at timestamptz,
    unique (node_id, type, subject_id, attempt)
);
create index membership_instruction_open on membership_instruction (node_id, id)
    where answered_at is null;
