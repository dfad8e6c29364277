-- How far uploads are that take a while, and which were taken back. A row ends with the transaction that settles its upload.
create table upload_reading (
    archive     uuid primary key,
    read_bytes  bigint  not null,
    total_bytes bigint  not null,
    taken_back  boolean not null default false
);
