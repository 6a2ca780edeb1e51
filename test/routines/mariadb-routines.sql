create table album (album_id int primary key, title varchar(40) not null, price decimal(10,2));
insert into album values (1, 'One', 9.90), (2, 'Two', null);
create table routines (id int primary key);

create function add_numbers(a int, b int) returns int comment 'Adds up.' deterministic return a + b;
create function exact(a bigint unsigned, b decimal(30,10)) returns decimal(50,10) deterministic return a + b;
create function is_set(flag tinyint(1)) returns tinyint(1) deterministic return flag;
create function now_text() returns varchar(10) deterministic return 'now';
create function `Total Of`(`Customer Id` int) returns decimal(10,2) deterministic return 12.5;
create function doc(d json) returns json deterministic return json_set(d, '$.b', 2);

DELIMITER //
create procedure tidy(step int)
begin
  update album set price = price + step where album_id = 0;
end//
create procedure bump(inout counter bigint, in step int, out before_it bigint)
begin
  set before_it = counter;
  set counter = counter + step;
end//
create procedure everything(
  out i int, out t tinyint(1), out bu bigint unsigned, out d decimal(40,20), out f float, out g double, out s varchar(20), out c char(5),
  out dt date, out tm time(3), out ts timestamp(6), out dtm datetime(3), out b varbinary(10), out j json, out y year, out e enum('a','b'), out n int, out k bit(1), out k4 bit(4), out x text, out st set('p', 'q'))
begin
  set i = -5, t = 1, bu = 18446744073709551615, d = '12345678901234567890.12345678901234567890', f = 0.1, g = 0.1, s = 'é😀', c = 'ab',
    dt = '2020-01-02', tm = '-10:11:12.345', ts = '2020-01-02 03:04:05.678901', dtm = '2020-01-02 03:04:05.678', b = x'00ff', j = '{"a":[1]}', y = 2020, e = 'b', k = 1, k4 = 5, x = 'long', st = 'p,q';
end//
create procedure keep_all(inout i int, inout bu bigint unsigned, inout d decimal(40,20), inout f double, inout s varchar(20), inout ts datetime(6), inout b varbinary(10), inout j json, inout t tinyint(1))
begin
end//
create procedure list_albums(in maximum decimal(10,2), out counted int)
begin
  select album_id, title, price from album where price is null or price <= maximum order by album_id;
  select count(*) as n, max(price) as top from album;
  select count(*) into counted from album;
end//
create procedure put_album(in id int, in title varchar(40))
begin
  insert into album values (id, title, null);
end//
create procedure add_numbers(in a int)
begin
  select a as a;
end//
create procedure fails()
begin
  signal sqlstate '45000' set message_text = 'no';
end//
create trigger changed before update on album for each row set new.title = new.title//
DELIMITER ;
