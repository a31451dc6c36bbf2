-- After a merger the people of the old unit and those of its successor are one: each holds his posts for both. Events,
-- tasks and uses stay with the unit, and under the name, that they happened to.
create index on unit (county, successor) where successor is not null;

-- The unit with everything that has merged into it and that it has merged into, however often.
create function family_of(own_county text, own_unit text) returns setof text
  language sql stable rows 1
  as $$
  with recursive family (code) as (
    select own_unit
    union
    select case when unit.code = family.code then unit.successor else unit.code end
    from family
    join unit on unit.county = own_county and unit.successor is not null
      and (unit.code = family.code or unit.successor = family.code)
  )
  select code from family
$$;

create or replace function describe_actor(actor person, only_posts uuid[]) returns jsonb
  language plpgsql
  as $$
begin
  perform set_config('qingzhuang.county', actor.county, true);
  return jsonb_build_object('person', actor.id, 'name', actor.name, 'county', actor.county, 'posts', coalesce((
    select jsonb_agg(jsonb_build_object('unit', held.unit, 'role', held.role) order by held.unit, held.role)
    from (
      select distinct own.unit, post.role
      from post cross join lateral family_of(post.county, post.unit) as own (unit)
      where post.county = actor.county and post.person = actor.id and from_at is not null and until_at is null
        and (only_posts is null or post.id = any(only_posts))
    ) as held
  ), '[]'));
end $$;

-- Somebody has opened, in an emergency and for one demand, what is otherwise closed to him. Everyone who watches over
-- the gate is told at once; it closes by itself.
create table break_glass (
  county text not null,
  id uuid not null,
  demand uuid not null,
  purpose text not null check (purpose in ('see-return-persons', 'decide-alone')),
  person uuid not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  until_at timestamptz not null check (until_at > at),
  primary key (county, id),
  foreign key (county, demand) references demand,
  foreign key (county, person) references person (county, id)
);
create index on break_glass (county, at desc, id desc);
create index on break_glass (county, demand, person);
call wall_off('break_glass');
call make_append_only('break_glass');
call make_audited('break_glass', '{person}', '{reason}');

-- What was done while it was open.
create table break_glass_use (
  county text not null,
  id uuid not null,
  break_glass uuid not null,
  deed text not null check (deed in ('saw-return-persons', 'admit', 'refuse', 'merge', 'defer', 'review-emergency')),
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, break_glass) references break_glass
);
create index on break_glass_use (county, break_glass, at);
call wall_off('break_glass_use');
call make_append_only('break_glass_use');
call make_audited('break_glass_use');
