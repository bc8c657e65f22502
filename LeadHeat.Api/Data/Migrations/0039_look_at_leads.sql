-- Statistics are the owner's to take. An import may ask for them in the middle, by whatever role: this much its owner lends.
create function look_at_leads() returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
    analyze contacts, leads;
end $$;
revoke execute on function look_at_leads() from public;
