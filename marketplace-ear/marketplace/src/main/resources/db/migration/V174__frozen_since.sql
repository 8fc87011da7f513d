-- Since when a contract stands as it does; not known of changes that came before this column.
alter table quota_standing add column changed_at timestamptz;
