package org.essaim.local.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void portsShouldBeTheUsualOnesWhenTheEnvironmentNamesNone() {
        Ports ports = Ports.from(Map.of());

        assertThat(ports.http(Port.GATEWAY)).hasToString("http://127.0.0.1:8080");
        assertThat(ports.localhost(Port.PDS)).hasToString("http://localhost:2583");
    }

    @Test
    void portShouldBeTheOneThatTheEnvironmentNames() {
        assertThat(Ports.from(Map.of("ESSAIM_PORT_GATEWAY", "9080")).number(Port.GATEWAY))
                .isEqualTo(9080);
    }

    @Test
    void portShouldBeRefusedWhenItIsNoNumber() {
        assertThatThrownBy(() -> Ports.from(Map.of("ESSAIM_PORT_KAFKA", "many")))
                .hasMessage("ESSAIM_PORT_KAFKA must be a port number, not \"many\"");
    }

    @Test
    void portShouldBeRefusedWhenItIsOutOfRange() {
        assertThatThrownBy(() -> Ports.from(Map.of("ESSAIM_PORT_KAFKA", "70000")))
                .hasMessage("ESSAIM_PORT_KAFKA must be between 1 and 65535, not 70000");
    }

    @Test
    void portShouldBeRefusedWhenAnotherPartHasIt() {
        assertThatThrownBy(() -> Ports.from(Map.of("ESSAIM_PORT_MATCHER", "8080")))
                .hasMessageContaining("port 8080 is given to two parts")
                .hasMessageContaining("ESSAIM_PORT_MATCHER");
    }

    @Test
    void clashShouldSayWhatForByWhomAndWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.from(Map.of("ESSAIM_PORT_POSTGRES", Integer.toString(taken.getLocalPort())));

            List<PortClash> clashes = ports.clashes(EnumSet.of(Port.POSTGRES));

            assertThat(clashes).hasSize(1);
            assertThat(clashes.getFirst().explanation())
                    .contains("port " + taken.getLocalPort() + ", for PostgreSQL, is taken")
                    .contains("by java (process " + ProcessHandle.current().pid() + ")")
                    .contains("ESSAIM_PORT_POSTGRES=NUMBER");
        }
    }
}
