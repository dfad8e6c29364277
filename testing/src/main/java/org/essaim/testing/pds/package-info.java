/**
 * One real Bluesky PDS with its PLC directory, on loopback: {@link org.essaim.testing.pds.SandboxInstall} brings the npm
 * packages, {@link org.essaim.testing.pds.PdsSettings} say where it runs and give the command line for a supervisor,
 * {@link org.essaim.testing.pds.Pds} runs it as a child, {@link org.essaim.testing.pds.PdsControl} asks it for accounts
 * and for what is really followed, and {@link org.essaim.testing.pds.PdsPerson} signs in and consents as a person does.
 */
@NullMarked
package org.essaim.testing.pds;

import org.jspecify.annotations.NullMarked;
