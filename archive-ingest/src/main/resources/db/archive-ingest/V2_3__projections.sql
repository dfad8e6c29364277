-- Topics that lists were rebuilt into, and are told of every change since: whoever is erased is ended there too.
create table list_projection (
    topic   text primary key,
    buckets integer not null
);
