/**
 * Which loopback port each part listens on: {@link org.essaim.local.ports.Port} lists them,
 * {@link org.essaim.local.ports.Ports} lets the environment choose others, and
 * {@link org.essaim.local.ports.PortClash} explains, before anything is started, which one is taken and by whom.
 */
@NullMarked
package org.essaim.local.ports;

import org.jspecify.annotations.NullMarked;
