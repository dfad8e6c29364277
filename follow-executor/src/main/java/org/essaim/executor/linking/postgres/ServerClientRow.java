package org.essaim.executor.linking.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A registration at a server. */
@Entity(name = "ServerClient")
@Table(name = "server_client")
class ServerClientRow {

    @Id
    String host = "";

    @Column(name = "client_id")
    String clientId = "";

    @Column(name = "key_id")
    String keyId = "";

    String sealed = "";

    @Column(name = "registered_at")
    Instant registeredAt = Instant.EPOCH;
}
