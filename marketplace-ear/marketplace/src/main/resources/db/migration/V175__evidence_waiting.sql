-- Entries that have no place in the log yet. Each second the sequencer reads these; it looked
-- through all entries before.
create table evidence_waiting (
    entry_id text primary key
);
insert into evidence_waiting (entry_id)
    select e.id from evidence_entry e
    where not exists (select 1 from evidence_leaf l where l.entry_id = e.id);
create function evidence_waits() returns trigger language plpgsql as $$
begin
    insert into evidence_waiting (entry_id) values (new.id);
    return null;
end
$$;
create trigger evidence_entry_waits after insert on evidence_entry
    for each row execute function evidence_waits();
