package org.essaim.testing.pds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SandboxCommandTest {

    private static final SandboxInstall INSTALL =
            new SandboxInstall(Path.of("/node"), Path.of("/modules"), Path.of("/sandbox.mjs"));

    @Test
    void commandShouldNamePortsAndFolderWhenDataIsKept() {
        SandboxCommand command =
                PdsSettings.standard().keepingData(Path.of("/data")).command(INSTALL);

        assertThat(command.command())
                .startsWith("/node")
                .containsSequence("/sandbox.mjs", "--plc-port", "2582", "--pds-port", "2583", "--data", "/data");
        assertThat(command.directory()).isEqualTo(Path.of("/modules"));
    }

    @Test
    void commandShouldKeepSecretsOutOfArgumentsAndTextWhenPrinted() {
        PdsSettings settings = PdsSettings.standard();
        SandboxCommand command = settings.command(INSTALL);

        assertThat(command.environment()).containsEntry("ESSAIM_SANDBOX_ADMIN_PASSWORD", settings.adminPassword());
        assertThat(command + " " + settings)
                .doesNotContain(settings.adminPassword())
                .doesNotContain(settings.bypass());
        assertThat(command.processBuilder().environment()).containsEntry("ESSAIM_SANDBOX_BYPASS", settings.bypass());
    }

    @Test
    void secretsShouldDifferWhenSettingsAreMadeTwice() {
        assertThat(PdsSettings.standard().adminPassword())
                .isNotEqualTo(PdsSettings.standard().adminPassword());
    }
}
