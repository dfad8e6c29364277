package org.essaim.executor.stops.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An emergency stop. */
@Entity(name = "EmergencyStop")
@Table(name = "emergency_stop")
class StopRow {

    @Id
    String scope = "";

    String reason = "";
    Instant since = Instant.EPOCH;
}
