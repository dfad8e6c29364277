package org.essaim.testing.pds;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeRuntimeTest {

    @Test
    void messageShouldSayWhatToInstallWhenThereIsNoNode(@TempDir Path empty) {
        assertThatThrownBy(() -> NodeRuntime.find(empty.toString()))
                .isInstanceOf(SandboxNotInstalled.class)
                .hasMessageContaining("no `node` on the PATH")
                .hasMessageContaining("install it");
    }

    @Test
    void messageShouldNameTheVersionWhenNodeIsTooOld(@TempDir Path folder) throws IOException {
        program(folder, "node", "echo '18.20.0 108'");
        program(folder, "npm", "exit 0");
        assertThatThrownBy(() -> NodeRuntime.find(folder.toString()))
                .isInstanceOf(SandboxNotInstalled.class)
                .hasMessageContaining("Node 18.20.0 is too old");
    }

    @Test
    void messageShouldNameTheLogWhenInstallationFails(@TempDir Path folder) throws IOException {
        program(folder, "node", "echo '20.19.0 115'");
        program(folder, "npm", "exit 3");
        assertThatThrownBy(() -> NodeRuntime.find(folder.toString()).installPackages(folder))
                .isInstanceOf(SandboxNotInstalled.class)
                .hasMessageContaining("exit 3")
                .hasMessageContaining("npm.log");
    }

    private static void program(Path folder, String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }
}
