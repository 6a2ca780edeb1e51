/** What the cases on generated code run against. */
export const shopSchema = `
create table customer (
  customer_id {identity},
  email varchar(80) not null,
  name varchar(80) not null,
  nickname varchar(80),
  status varchar(10) default 'new' not null,
  version integer default 0 not null,
  balance decimal(10, 2) default 0.00 not null,
  doubled integer generated always as (version * 2) stored,
  constraint customer_email_key unique (email),
  constraint customer_version_check check (version >= 0)
);
create table category (
  category_id integer not null primary key,
  title varchar(80) not null,
  parent_id integer,
  constraint category_parent_fk foreign key (parent_id) references category (category_id)
);
create table product (
  product_id integer not null primary key,
  region varchar(10) not null,
  sku varchar(20) not null,
  name varchar(80),
  price decimal(8, 2) not null,
  category_id integer,
  constraint product_sku_key unique (region, sku),
  constraint product_category_fk foreign key (category_id) references category (category_id)
);
create table purchase (
  purchase_id integer not null primary key,
  customer_id integer not null,
  shipped_at {timestamp},
  constraint purchase_customer_fk foreign key (customer_id) references customer (customer_id)
);
create table purchase_line (
  purchase_id integer not null,
  line_no integer not null,
  product_id integer,
  quantity integer default 1 not null,
  constraint purchase_line_key primary key (purchase_id, line_no),
  constraint purchase_line_purchase_fk foreign key (purchase_id) references purchase (purchase_id),
  constraint purchase_line_product_fk foreign key (product_id) references product (product_id)
);
create table tag (tag_id integer not null primary key, word varchar(40) not null);
create table product_tag (
  product_id integer not null,
  tag_id integer not null,
  constraint product_tag_key primary key (product_id, tag_id),
  constraint product_tag_product_fk foreign key (product_id) references product (product_id),
  constraint product_tag_tag_fk foreign key (tag_id) references tag (tag_id)
);
create table event (event_id integer not null primary key, title varchar(200) not null, rank_no integer);
create table sample_value (
  value_id integer not null primary key,
  big {bigint},
  yes {boolean},
  at {timestamp},
  moment {moment},
  raw {bytes},
  words {text},
  amount decimal(20, 6),
  ratio {double},
  day date,
  document {json}
);
create table "select" (
  "from" integer not null primary key,
  "a b" varchar(40),
  "x:y" varchar(40),
  "p?q" varchar(40),
  "$1" varchar(40),
  "%s" varchar(40),
  "@at" varchar(40),
  "per.iod" varchar(40),
  "wh""ere" varchar(40)
)`;
