create table registration_profile (
    id text primary key,
    node_id text not null,
    source text not null,
    state text not null,
    row_count bigint not null,
    content_hash text,
    columns text not null,
    failure_code text,
    failure text,
    requested_at timestamptz not null
);
create index registration_profile_node on registration_profile (node_id);

create table registration_product (
    id text primary key,
    holder text not null,
    holder_name text not null,
    code text not null unique,
    version int not null,
    sheet text not null,
    node_id text not null,
    source text not null,
    row_count bigint not null,
    content_hash text not null,
    columns text not null,
    state text not null,
    submitted_at timestamptz not null,
    notice_ends_on date,
    certificate_number text unique,
    reason text
);
create index registration_product_holder on registration_product (holder, id desc);

create table registration_serial (
    month int primary key,
    last int not null check (last between 1 and 9999)
);

-- The document is text, not JSON: its bytes are what is signed.
create table registration_certificate (
    number text primary key,
    product_id text not null references registration_product,
    product_name text not null,
    holder_name text not null,
    document text not null,
    signature text not null,
    signer_certificate text not null,
    issued_at timestamptz not null,
    valid_until timestamptz not null,
    cancelled_at timestamptz
);
