-- What a demand is about: the pairs of characters of its subject, as the program reads them.
alter table demand add column topic text[] not null default '{}';

-- Demands by the pairs of characters of their subject. Row-level security lets no operator go before it that might leak
-- a row, so an index of trigrams or of arrays would stay unused; equality of text and order of dates may.
create table demand_topic (
  county text not null,
  pair text not null,
  expires_on date not null,
  demand uuid not null,
  primary key (county, pair, expires_on, demand),
  foreign key (county, demand) references demand
);
create index on demand_topic (county, demand);
call wall_off('demand_topic');

-- What was refused, withdrawn or merged asks nothing of anybody.
create function keep_topic() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'UPDATE' then
    delete from demand_topic where county = old.county and demand = old.id;
  end if;
  if new.state not in ('refused', 'withdrawn', 'merged') then
    insert into demand_topic (county, pair, expires_on, demand)
    select new.county, pair, new.expires_on, new.id from unnest(new.topic) as pair;
  end if;
  return null;
end $$;
create trigger keep_topic_of_new after insert on demand
  for each row execute function keep_topic();
create trigger keep_topic_of_changed after update on demand
  for each row when (
    (old.topic, old.expires_on) is distinct from (new.topic, new.expires_on)
    or (old.state in ('refused', 'withdrawn', 'merged')) <> (new.state in ('refused', 'withdrawn', 'merged'))
  ) execute function keep_topic();
