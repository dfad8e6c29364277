package org.essaim.executor.stops.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.essaim.executor.stops.LeftOutHost;

/** A host that is left out. */
@Entity(name = "LeftOutHost")
@Table(name = "left_out_host")
class LeftOutRow {

    @Id
    String host = "";

    String reason = "";
    Instant since = Instant.EPOCH;

    static LeftOutRow of(LeftOutHost left) {
        LeftOutRow row = new LeftOutRow();
        row.host = left.host();
        row.reason = left.reason();
        row.since = left.since();
        return row;
    }

    LeftOutHost leftOut() {
        return new LeftOutHost(host, reason, since);
    }
}
