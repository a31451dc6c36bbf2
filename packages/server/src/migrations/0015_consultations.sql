-- Bearers are asked before a demand passes the gate, propose amendments afterwards, and what it took is compared with
-- what was estimated.
alter table demand_clock drop constraint demand_clock_kind_check;
alter table demand_clock add check (kind in (
  'remind-office', 'tell-leader', 'remind-emergency-review', 'emergency-review-overdue', 'expire',
  'close-consultation', 'amendment-reply-overdue', 'review'
));

-- Who was drawn to be asked. The question and its end stand in the event.
create table consultation_seat (
  county text not null,
  demand uuid not null,
  unit text not null,
  primary key (county, demand, unit),
  foreign key (county, demand) references demand,
  foreign key (county, unit) references unit
);
create index on consultation_seat (county, unit);
call wall_off('consultation_seat');

-- What a bearer thinks; the last one before the end holds. The person stands in `bearer_person` alone, and the unit is
-- told to nobody who asked.
create table opinion (
  county text not null,
  id uuid not null,
  demand uuid not null,
  unit text not null,
  verdict text not null check (verdict in ('fit', 'unfit')),
  words text,
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, demand, unit) references consultation_seat
);
create index on opinion (county, demand, unit, at);
call wall_off('opinion');
call make_append_only('opinion');
call make_audited('opinion', '{words}');

create table opinion_reply (
  county text not null,
  opinion uuid not null,
  words text not null,
  person uuid not null,
  at timestamptz not null,
  primary key (county, opinion),
  foreign key (county, opinion) references opinion
);
call wall_off('opinion_reply');
call make_append_only('opinion_reply');
call make_audited('opinion_reply', '{words}', '{person}');

create table amendment_proposal (
  county text not null,
  id uuid not null,
  demand uuid not null,
  unit text not null,
  words text not null,
  at timestamptz not null,
  reply_due_at timestamptz not null,
  primary key (county, id),
  foreign key (county, demand) references demand,
  foreign key (county, unit) references unit
);
create index on amendment_proposal (county, demand, at);
call wall_off('amendment_proposal');
call make_append_only('amendment_proposal');
call make_audited('amendment_proposal', '{words}');

create table amendment_reply (
  county text not null,
  proposal uuid not null,
  adopted boolean not null,
  words text not null,
  person uuid not null,
  at timestamptz not null,
  primary key (county, proposal),
  foreign key (county, proposal) references amendment_proposal
);
call wall_off('amendment_reply');
call make_append_only('amendment_reply');
call make_audited('amendment_reply', '{words}', '{person}');
