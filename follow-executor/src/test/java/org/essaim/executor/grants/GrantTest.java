package org.essaim.executor.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.junit.jupiter.api.Test;

class GrantTest {

    /** Stops, hosts that are left out, and circuits all go by it. */
    @Test
    void hostShouldBeTheSameHoweverItIsWritten() {
        Grant grant = new Grant(
                new MemberId(new UUID(0, 1)),
                new TargetAccount(Network.BLUESKY, "did:plc:ana", "ana.example"),
                "PDS.Example:8443",
                Grant.State.LINKED,
                List.of(),
                true);

        assertThat(grant.host()).isEqualTo("pds.example:8443");
        assertThat(grant.at("Other.Example").host()).isEqualTo("other.example");
    }
}
