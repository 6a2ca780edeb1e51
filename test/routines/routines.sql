create type mood as enum ('sad', 'ok', 'happy');
create type address as (street text, zip integer);
create domain short_text as varchar(3);
create table album (album_id integer primary key, title text not null, price numeric(10,2), made_at timestamptz);
insert into album values (1, 'One', 9.90, '2020-01-02 03:04:05.123456Z'), (2, 'Two', null, null), (3, 'Three', 3, '2021-01-01Z');
create schema sales;
create table sales.routine (id integer primary key);

comment on schema public is null;
create function add_numbers(a integer, b integer default 10, c integer default 100) returns integer language sql as 'select a + b + c';
comment on function add_numbers is 'Adds up.';
create function now_text() returns text language sql as $$ select 'now'::text $$;
create function nothing_at_all(x integer) returns void language sql as '';
create function big(a bigint, b numeric) returns numeric language sql as 'select a + b';
create function unnamed(integer, text default 'x', z integer default 3) returns text language sql as $$ select $1 || $2 || $3 $$;
create function sum_all(variadic items integer[]) returns bigint language sql as 'select sum(i) from unnest(items) i';
create function join_all(separator text, variadic items text[] default '{}') returns text language sql as $$ select array_to_string(items, separator) $$;
create function next_mood(m mood) returns mood language sql as $$ select case m when 'sad' then 'ok'::mood else 'happy'::mood end $$;
create function moods(many mood[]) returns setof mood language sql as 'select unnest(many)';
create function some_numbers(n integer) returns setof integer language sql as 'select nullif(i, 2) from generate_series(1, n) i';
create function cheap(maximum numeric default 5) returns table (title text, price numeric, at timestamptz) language sql as 'select title, price, made_at from album where album.price <= maximum order by album_id';
create function titles() returns table (title text) language sql as 'select title from album order by album_id';
create function split_name(whole text, out first_part text, out "lastPart" text) language sql as $$ select split_part(whole, ' ', 1), nullif(split_part(whole, ' ', 2), '') $$;
create function double_it(inout value integer) language sql as 'select value * 2';
create function find_album(id integer) returns album language sql as 'select * from album where album_id = id';
create function all_albums() returns setof album language sql as 'select * from album order by album_id';
create function broken_album() returns setof album language sql as 'select 9, null::text, null::numeric, null::timestamptz';
create function an_address(street text) returns address language sql as 'select street, 7';
create function zip_of(a address) returns integer language sql as 'select a.zip';
create function addresses() returns setof address language sql as $$ select 'a', 1 union all select null, 2 $$;
create function loose() returns setof record language sql as $$ select 9007199254740993::bigint as big, 'x'::text as word, null::date as day $$;
create function looser() returns setof record language plpgsql as $$ begin return query select 1; end $$;
create function loose_sql() returns record language sql as $$ select 1 as one, 'y'::text as why $$;
create function shorten(t short_text) returns text language sql as 'select t::text';
create function padded(t character, b bit) returns text language sql as $$ select t || '|' || b::text $$;
create function echo_all(b boolean, d date, ts timestamp, by bytea, j jsonb, u uuid, f float8, i interval, r int4range, x inet)
  returns table (b boolean, d date, ts timestamp, by bytea, j jsonb, u uuid, f float8, i interval, r int4range, x inet)
  language sql as 'select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10';
create function fails() returns integer language plpgsql as $$ begin raise exception 'no'; end $$;
create function sleepy(s float8) returns void language sql as 'select pg_sleep(s)';

create function area(side integer) returns integer language sql as 'select side * side';
create function area(side text) returns text language sql as $$ select side || '²' $$;
create function area(width integer, height integer) returns integer language sql as 'select width * height';
create function area(side numeric) returns numeric language sql as 'select side * side';
create function area(shape mood) returns setof integer language sql as 'select 1 union all select 2';
create function area(side date) returns table (a text, b date) language sql as $$ select 'date', side $$;

create procedure put_album(id integer, title text, price numeric default null) language sql as 'insert into album values (id, title, price, null)';
create procedure bump(inout counter bigint, step bigint default 1) language plpgsql as $$ begin counter := counter + step; end $$;

create function sales."total of"("Customer Id" integer) returns numeric language sql as 'select 12.50';
create function sales.all_of() returns setof sales.routine language sql as 'select * from sales.routine';

create function on_change() returns trigger language plpgsql as 'begin return new; end';
create trigger changed before update on album for each row execute function on_change();
create aggregate total(integer) (sfunc = int4pl, stype = integer, initcond = '0');
create function first_of(a anyelement, b anyelement) returns anyelement language sql as 'select a';
