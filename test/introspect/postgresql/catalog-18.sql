-- What newer servers have: PostgreSQL 13 to 18.

create table public.newer (
  id integer primary key,
  price numeric(10, 2),
  with_tax numeric generated always as (price * 1.2),
  stored numeric generated always as (price * 2) stored,
  rounded numeric(5, -2),
  small numeric(2, 5),
  code text,
  other integer references public.newer not enforced,
  ranges int4multirange,
  own_ranges public.float_multirange,
  seen xid8,
  later text,
  constraint newer_code_key unique nulls not distinct (code),
  constraint newer_price_check check (price > 0) not enforced
);
alter table public.newer add constraint newer_later_set not null later not valid;
create unique index newer_index on public.newer (price) nulls not distinct;

create table public.stay (
  id int4range,
  during daterange,
  constraint stay_pkey primary key (id, during without overlaps)
);
create table public.visit (
  stay int4range,
  during daterange,
  constraint visit_stay_fkey foreign key (stay, period during) references public.stay (id, period during)
);

create function public.twice(n integer) returns integer begin atomic select n * 2; end;

create table public.pair (a integer, b integer, primary key (a, b));
create table public.partly (
  a integer,
  b integer,
  constraint partly_fkey foreign key (a, b) references public.pair on delete set null (b)
);
