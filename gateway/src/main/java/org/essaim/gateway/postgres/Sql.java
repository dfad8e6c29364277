package org.essaim.gateway.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where a statement is put: into the transaction of a session, or, when it only reads, to the database by itself. */
public sealed interface Sql {

    Uni<List<Row>> rows(String sql, Map<String, ?> parameters);

    static Sql in(Mutiny.Session session) {
        return new InSession(session);
    }

    static Sql alone(SqlClient client) {
        return new Alone(client);
    }

    /** In a transaction. */
    record InSession(Mutiny.Session session) implements Sql {

        @Override
        public Uni<List<Row>> rows(String sql, Map<String, ?> parameters) {
            Mutiny.SelectionQuery<jakarta.persistence.Tuple> query =
                    session.createNativeQuery(sql, jakarta.persistence.Tuple.class);
            parameters.forEach(query::setParameter);
            return query.getResultList()
                    .map(tuples ->
                            tuples.stream().map(tuple -> new Row(tuple::get)).toList());
        }
    }

    /** By itself. */
    record Alone(SqlClient client) implements Sql {

        @Override
        public Uni<List<Row>> rows(String sql, Map<String, ?> parameters) {
            Numbered numbered = Numbered.of(sql);
            Tuple values = Tuple.tuple();
            numbered.names().forEach(name -> values.addValue(parameters.get(name)));
            return client.preparedQuery(numbered.sql()).execute(values).map(Alone::read);
        }

        private static List<Row> read(RowSet<io.vertx.mutiny.sqlclient.Row> found) {
            List<Row> rows = new ArrayList<>(found.size());
            found.forEach(row -> rows.add(new Row(row::getValue)));
            return rows;
        }
    }
}
